using Glassy.Arithmetic;
using static TorchSharp.torch;

namespace Glassy.Tests.Arithmetic;

/// <summary>What is reckoned here against what the tensor library says.</summary>
[Collection(TorchTests.Name)]
public sealed class FunctionTests
{
    private const double Tolerance = 2e-5;

    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(33, 20, 17)]
    public void A_dense_layer_and_its_gradients_are_the_librarys(int batch, int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = (Drawn(batch, inputs), Drawn(outputs, inputs), Drawn(outputs));
        Same([x, w, b], () => LinearFunction.apply(x, w, b), () => nn.functional.linear(x, w, b));
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 2)]
    [InlineData(3, 5, 7, 2, 4)]
    [InlineData(35, 4, 4, 3, 17)] // pictures in more than one group
    public void A_convolution_and_its_gradients_are_the_librarys(int batch, int height, int width, int channels, int filters)
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = (Drawn(batch, height, width, channels), Drawn(filters, channels, 3, 3), Drawn(filters));
        Same(
            [x, w, b],
            () => ConvolutionFunction.apply(x, w.permute(0, 2, 3, 1).contiguous(), b),
            () => nn.functional.conv2d(x.permute(0, 3, 1, 2), w, b, padding: [1, 1]).permute(0, 2, 3, 1));
    }

    [Theory]
    [InlineData(1, 2, 2, 1)]
    [InlineData(3, 5, 7, 3)]   // a row and a column left over, fewer channels than a vector has places
    [InlineData(20, 4, 6, 37)] // more, and some of them left over
    public void A_pooling_and_its_gradient_are_the_librarys_also_where_pixels_are_alike(int batch, int height, int width, int channels)
    {
        using var scope = NewDisposeScope();
        var x = Drawn(batch, height, width, channels).detach().mul(4).round().requires_grad_(); // of five numbers, many are alike
        Same([x], () => MaxPoolingFunction.apply(x), () => nn.functional.max_pool2d(x.permute(0, 3, 1, 2), [2, 2]).permute(0, 2, 3, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Cross_entropy_and_its_gradient_are_the_librarys_with_weights_and_smoothing(double smoothing)
    {
        using var scope = NewDisposeScope();
        float[] weights = [0.5f, 2, 1];
        var (logits, labels) = (Drawn(6, 3), tensor(new long[] { 0, 1, 2, 2, 1, 0 }));
        Same(
            [logits],
            () => CrossEntropyFunction.apply(logits, labels, weights, smoothing),
            () => nn.functional.cross_entropy(logits, labels, tensor(weights), label_smoothing: smoothing));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        var before = get_num_threads();
        using var scope = NewDisposeScope();
        var (x, w, b) = (Drawn(40, 6, 5, 3), Drawn(8, 3, 3, 3), Drawn(8));
        try
        {
            Assert.Equal(GradientsOn(1), GradientsOn(2));
        }
        finally
        {
            set_num_threads(before);
        }

        byte[] GradientsOn(int threads)
        {
            set_num_threads(threads);
            ConvolutionFunction.apply(x, w, b).square().sum().backward();
            byte[] bytes = [.. new[] { x, w, b }.SelectMany(tensor => tensor.grad!.bytes.ToArray())]; // backward gives each one
            foreach (var parameter in new[] { x, w, b })
            {
                parameter.grad!.zero_();
            }

            return bytes;
        }
    }

    private static Tensor Drawn(params long[] shape)
    {
        using var generator = new Generator(7);
        return rand(shape, generator: generator).sub(0.5).requires_grad_();
    }

    /// <summary>Values, and gradients of the sum of their squares.</summary>
    private static void Same(Tensor[] parameters, Func<Tensor> ours, Func<Tensor> theirs)
    {
        var (found, expected) = (With(ours), With(theirs));
        Assert.All(
            found.Zip(expected),
            pair => Assert.True(pair.First.allclose(pair.Second, rtol: Tolerance, atol: Tolerance), $"{pair.First} is not {pair.Second}"));

        List<Tensor> With(Func<Tensor> function)
        {
            foreach (var parameter in parameters)
            {
                parameter.grad?.zero_();
            }

            var result = function();
            result.square().sum().backward();
            return [result.detach(), .. parameters.Select(parameter => parameter.grad!.clone())]; // backward gives each one
        }
    }
}
