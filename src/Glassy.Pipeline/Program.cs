using Glassy.Cli;
using Glassy.Execution;
using Glassy.Pipelines;

return await CommandLine.RunAsync(
    args,
    pipelines: build => Bootstrapper.Create()
        .AddPipeline(new DatasetPipeline(build))
        .AddPipeline(new RunsPipeline(build))
        .AddPipeline(new ImagesPipeline(build))
        .AddPipeline(new ChartsPipeline(build))
        .AddPipeline(new DrawingPipeline(build))
        .AddPipeline(new AssetsPipeline(build))
        .AddPipeline(new PagesPipeline(build))
        .AddPipeline(new SearchPipeline(build))
        .AddPipeline(new SitePipeline(build)),
    training: build => Bootstrapper.Create()
        .AddPipeline(new DatasetPipeline(build))
        .AddPipeline(new RunsPipeline(build)));
