using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Glassy.Benchmarks.AdamBenchmarks).Assembly).Run(args);
