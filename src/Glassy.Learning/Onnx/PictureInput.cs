using Glassy.Imaging;

namespace Glassy.Onnx;

/// <summary>Makes of pictures what a model wants: scaled, converted, shifted and in its order.</summary>
internal sealed class PictureInput
{
    private readonly ImageShape _pictures;
    private readonly ResolvedInput _input;
    private readonly float[][] _values;

    /// <param name="pictures">The size of every picture.</param>
    /// <param name="input">What the model wants.</param>
    public PictureInput(ImageShape pictures, ResolvedInput input)
    {
        (_pictures, _input) = (pictures, input);
        _values = [.. Enumerable.Range(0, input.Shape.Channels).Select(ValuesOf)];
    }

    /// <param name="picture">[H, W, C] levels.</param>
    /// <param name="numbers">The model's numbers of one picture, written.</param>
    public void Write(ReadOnlySpan<byte> picture, Span<float> numbers)
    {
        var shape = _input.Shape;
        var levels = shape == _pictures ? picture : Fit(picture);
        var pixels = shape.Height * shape.Width;
        for (var p = 0; p < pixels; p++)
        {
            for (var c = 0; c < shape.Channels; c++)
            {
                var i = (p * shape.Channels) + c;
                numbers[_input.Layout == PixelLayout.Nchw ? (c * pixels) + p : i] = _values[c][levels[i]];
            }
        }
    }

    private byte[] Fit(ReadOnlySpan<byte> picture) => PictureResizer.Resize(
        DecodedPicture.Of(picture, _pictures),
        _input.Shape.Channels,
        background: 0,
        new PixelSize(_input.Shape.Width, _input.Shape.Height),
        PictureFit.Stretch);

    /// <summary>[256] what becomes of each level of a channel.</summary>
    private float[] ValuesOf(int channel)
    {
        var (mean, std) = (_input.Mean[_input.Mean.Count == 1 ? 0 : channel], _input.Std[_input.Std.Count == 1 ? 0 : channel]);
        var largest = _input.Range == LevelRange.Unit ? byte.MaxValue : 1.0;
        return [.. Enumerable.Range(0, byte.MaxValue + 1).Select(level => (float)(((level / largest) - mean) / std))];
    }
}
