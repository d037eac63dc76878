using Glassy.Cli;
using Glassy.Models;
using Glassy.Pipelines;

IdleThreads.Sleep();
return await CommandLine.RunAsync(args, pipelines: BuildPipelines.OfSite, training: BuildPipelines.OfTraining);
