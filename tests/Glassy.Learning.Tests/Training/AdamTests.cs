using Glassy.Training;
using TorchSharp;

namespace Glassy.Tests.Training;

[Collection(TorchTests.Name)]
public sealed class AdamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Steps_are_those_of_torch_optim_AdamW_and_without_weight_decay_of_Adam(double weightDecay)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(7);
        var start = torch.randn(new long[] { 13, 11 }, generator: generator); // no multiple of a vector's length
        var ours = start.clone().requires_grad_();
        var theirs = new TorchSharp.Modules.Parameter(start.clone());
        var adam = new Adam([ours], weightDecay);
        using torch.optim.Optimizer reference = weightDecay > 0
            ? torch.optim.AdamW([theirs], lr: 1e-2, weight_decay: weightDecay)
            : torch.optim.Adam([theirs], lr: 1e-2);

        for (var step = 0; step < 50; step++)
        {
            var target = torch.randn(new long[] { 13, 11 }, generator: generator);
            (ours - target).pow(2).sum().backward();
            adam.Step(1e-2);

            reference.zero_grad();
            (theirs - target).pow(2).sum().backward();
            reference.step();
        }

        var difference = (ours - theirs).abs().max().item<float>();
        Assert.InRange(difference, 0, 1e-5f);
        Assert.True((ours - start).abs().max().item<float>() > 0.1f, "the parameters have hardly moved");
    }
}
