using Glassy.Cli;
using Glassy.Pipelines;

return await CommandLine.RunAsync(args, pipelines: BuildPipelines.OfSite, training: BuildPipelines.OfTraining);
