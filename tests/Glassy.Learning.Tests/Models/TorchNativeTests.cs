using TorchSharp;

namespace Glassy.Tests.Models;

[Collection(TorchTests.Name)]
public sealed class TorchNativeTests
{
    [Fact]
    public void Torch_loads_and_computes_on_this_system()
    {
        using var scope = torch.NewDisposeScope();
        var product = torch.tensor(new float[,] { { 1, 2 }, { 3, 4 } }).matmul(torch.tensor(new float[,] { { 5 }, { 6 } }));
        Assert.Equal([17f, 39f], product.data<float>().ToArray());
    }
}
