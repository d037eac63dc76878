using BenchmarkDotNet.Attributes;
using Glassy.Training;
using static TorchSharp.torch;

namespace Glassy.Benchmarks;

/// <summary>One optimiser step over the write-up's model (118,282 parameters): why Adam is our own.</summary>
public class AdamBenchmarks
{
    private static readonly long[][] Shapes = [[128, 784], [128], [128, 128], [128], [10, 128], [10]];

    private Adam? _ours;
    private optim.Optimizer? _torch;

    [GlobalSetup]
    public void Setup()
    {
        set_num_threads(1);
        _ours = new Adam(Parameters());
        _torch = optim.Adam(Parameters().Cast<TorchSharp.Modules.Parameter>(), lr: 1e-3);
    }

    [Benchmark]
    public void Fused() => _ours?.Step(1e-3);

    [Benchmark(Baseline = true)]
    public void Torch()
    {
        using var scope = NewDisposeScope();
        _torch?.step();
        _torch?.zero_grad();
    }

    private static Tensor[] Parameters()
    {
        var parameters = Shapes.Select(shape => (Tensor)new TorchSharp.Modules.Parameter(randn(shape))).ToArray();
        foreach (var parameter in parameters)
        {
            parameter.sum().backward();
        }

        return parameters;
    }
}
