using System.Numerics;
using static TorchSharp.torch;

namespace Glassy.Arithmetic;

/// <summary>
/// The largest of each 2×2 pixels, channel by channel; it can be differentiated. Of equal ones the first is taken, row by row, as PyTorch's
/// <c>max_pool2d</c> does. Pictures stay [H, W, C], for which the tensor library's takes four times as long.
/// </summary>
/// <remarks>Argument: inputs [B, H, W, C] float32; gives [B, ⌊H / 2⌋, ⌊W / 2⌋, C]. What is left over at the lower and right edge has no
/// part.</remarks>
public sealed class MaxPoolingFunction : autograd.SingleTensorFunction<MaxPoolingFunction>
{
    /// <summary>Rows and columns of which one is left.</summary>
    public const int Side = 2;

    public override string Name => nameof(MaxPoolingFunction);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var inputs = ((Tensor)vars[0]).contiguous();
        var (batch, height, width, channels) = SizeOf(inputs);
        var results = empty(batch, height / Side, width / Side, channels);
        ctx.save_for_backward([inputs, results]);
        Workers.For(batch, picture => Pool(
            TensorMemory.Of(inputs, picture, height * width * channels),
            TensorMemory.Of(results, picture, height / Side * (width / Side) * channels),
            width,
            channels));
        return results;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var (inputs, results, gradient) = (saved[0], saved[1], grad_output.contiguous());
        var (batch, height, width, channels) = SizeOf(inputs);
        var (length, made) = (height * width * channels, height / Side * (width / Side) * channels);
        var ofInputs = zeros(inputs.shape);
        Workers.For(batch, picture => GiveBack(
            TensorMemory.Of(inputs, picture, length),
            TensorMemory.Of(results, picture, made),
            TensorMemory.Of(gradient, picture, made),
            TensorMemory.Of(ofInputs, picture, length),
            width,
            channels));
        return [ofInputs];
    }

    private static (int Batch, int Height, int Width, int Channels) SizeOf(Tensor inputs) =>
        ((int)inputs.shape[0], (int)inputs.shape[1], (int)inputs.shape[2], (int)inputs.shape[3]);

    private static void Pool(ReadOnlySpan<float> picture, Span<float> result, int width, int channels)
    {
        for (var pixel = 0; pixel < result.Length / channels; pixel++)
        {
            var (place, below) = PlaceOf(pixel, width, channels);
            var first = picture.Slice(place, channels);
            var second = picture.Slice(place + channels, channels);
            var third = picture.Slice(below, channels);
            var fourth = picture.Slice(below + channels, channels);
            var to = result.Slice(pixel * channels, channels);
            var i = 0;
            for (; i <= channels - Vector<float>.Count; i += Vector<float>.Count)
            {
                var upper = Larger(new Vector<float>(first[i..]), new Vector<float>(second[i..]));
                Larger(Larger(upper, new Vector<float>(third[i..])), new Vector<float>(fourth[i..])).CopyTo(to[i..]);
            }

            for (; i < channels; i++)
            {
                to[i] = Larger(Larger(Larger(first[i], second[i]), third[i]), fourth[i]);
            }
        }
    }

    /// <summary>Gives each gradient to the first of the pixels that the result was taken from.</summary>
    private static void GiveBack(
        ReadOnlySpan<float> picture,
        ReadOnlySpan<float> result,
        ReadOnlySpan<float> gradient,
        Span<float> ofPicture,
        int width,
        int channels)
    {
        for (var pixel = 0; pixel < result.Length / channels; pixel++)
        {
            var (place, below) = PlaceOf(pixel, width, channels);
            var i = 0;
            for (; i <= channels - Vector<float>.Count; i += Vector<float>.Count)
            {
                var largest = new Vector<float>(result[((pixel * channels) + i)..]);
                var left = new Vector<float>(gradient[((pixel * channels) + i)..]);
                left = Give(left, largest, picture, ofPicture, place + i);
                left = Give(left, largest, picture, ofPicture, place + channels + i);
                left = Give(left, largest, picture, ofPicture, below + i);
                Give(left, largest, picture, ofPicture, below + channels + i);
            }

            for (; i < channels; i++)
            {
                var largest = result[(pixel * channels) + i];
                var taken = picture[place + i] == largest ? place
                    : picture[place + channels + i] == largest ? place + channels
                    : picture[below + i] == largest ? below
                    : below + channels;
                ofPicture[taken + i] = gradient[(pixel * channels) + i];
            }
        }
    }

    /// <returns>What is left for the pixels that follow.</returns>
    private static Vector<float> Give(
        Vector<float> left,
        Vector<float> largest,
        ReadOnlySpan<float> picture,
        Span<float> ofPicture,
        int place)
    {
        var isLargest = Vector.Equals(new Vector<float>(picture[place..]), largest);
        Vector.ConditionalSelect(isLargest, left, Vector<float>.Zero).CopyTo(ofPicture[place..]);
        return Vector.ConditionalSelect(isLargest, Vector<float>.Zero, left);
    }

    private static Vector<float> Larger(Vector<float> one, Vector<float> other) =>
        Vector.ConditionalSelect(Vector.GreaterThan(other, one), other, one);

    private static float Larger(float one, float other) => other > one ? other : one;

    /// <summary>Where the upper left of the four pixels begins, and where the lower left one does.</summary>
    private static (int Place, int Below) PlaceOf(int pixel, int width, int channels)
    {
        var (y, x) = (pixel / (width / Side), pixel % (width / Side));
        var place = ((y * Side * width) + (x * Side)) * channels;
        return (place, place + (width * channels));
    }
}
