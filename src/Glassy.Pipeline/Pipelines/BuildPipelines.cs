using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>The pipelines by name, in order: a new one is one line here.</summary>
public static class BuildPipelines
{
    /// <summary>Those that build a site.</summary>
    public static Bootstrapper OfSite(BuildSettings build)
    {
        Pipeline[] makers =
        [
            new TextsPipeline(build),
            new DatasetPipeline(build),
            new TrainingPipeline(build),
            new RunsPipeline(build),
            new ImagesPipeline(build),
            new ChartsPipeline(build),
            new ResultsPipeline(build),
            new DrawingPipeline(build),
            new PreprocessingPipeline(build),
            new GalleryPipeline(build),
            new AssetsPipeline(build),
            new PagesPipeline(build),
            new ErrorsPipeline(build),
            new SearchPipeline(build),
            new MarkdownPipeline(build),
            new CardsPipeline(build),
        ];
        var all = makers.Aggregate(Bootstrapper.Create(), (bootstrapper, pipeline) => bootstrapper.AddPipeline(pipeline));
        return all.AddPipeline(new SitePipeline(build, [.. makers.Select(pipeline => pipeline.Name)]));
    }

    /// <summary>Those that train, evaluate and record runs. A shard may be without the run that the site is about.</summary>
    public static Bootstrapper OfTraining(BuildSettings build)
    {
        var training = Bootstrapper.Create().AddPipeline(new DatasetPipeline(build)).AddPipeline(new TrainingPipeline(build));
        return build.Shard is null ? training.AddPipeline(new RunsPipeline(build)) : training;
    }
}
