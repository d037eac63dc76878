using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Tests.Arithmetic;

[Collection(TorchTests.Name)]
public sealed class HeldScalarTests
{
    [Fact]
    public void Numbers_change_a_tensor_as_the_librarys_own_operators_do()
    {
        using var scope = NewDisposeScope();
        var drawn = rand(3, 5);

        Assert.Equal((drawn * 0.3).data<float>().ToArray(), drawn.clone().ScaleBy(0.3).data<float>().ToArray());
        Assert.Equal((drawn / 0.3).data<float>().ToArray(), drawn.clone().DivideBy(0.3).data<float>().ToArray());
        Assert.Equal((drawn - 0.3).data<float>().ToArray(), drawn.clone().Subtract(0.3).data<float>().ToArray());
        Assert.Equal((drawn >= 0.3).data<bool>().ToArray(), drawn.IsAtLeast(0.3).data<bool>().ToArray());
    }
}
