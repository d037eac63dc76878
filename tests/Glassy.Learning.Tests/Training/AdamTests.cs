using Glassy.Training;
using TorchSharp;

namespace Glassy.Tests.Training;

[Collection(TorchTests.Name)]
public sealed class AdamTests
{
    [Fact]
    public void Steps_are_those_of_torch_optim_Adam()
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(7);
        var start = torch.randn(new long[] { 13, 11 }, generator: generator); // no multiple of a vector's length
        var ours = start.clone().requires_grad_();
        var theirs = new TorchSharp.Modules.Parameter(start.clone());
        var adam = new Adam([ours], learningRate: 1e-2);
        using var reference = torch.optim.Adam([theirs], lr: 1e-2);

        for (var step = 0; step < 50; step++)
        {
            var target = torch.randn(new long[] { 13, 11 }, generator: generator);
            (ours - target).pow(2).sum().backward();
            adam.Step();

            reference.zero_grad();
            (theirs - target).pow(2).sum().backward();
            reference.step();
        }

        var difference = (ours - theirs).abs().max().item<float>();
        Assert.InRange(difference, 0, 1e-5f);
        Assert.True((ours - start).abs().max().item<float>() > 0.1f, "the parameters have hardly moved");
    }
}
