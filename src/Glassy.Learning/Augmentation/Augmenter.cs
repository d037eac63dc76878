using System.Runtime.InteropServices;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Runs;
using static TorchSharp.torch;

namespace Glassy.Augmentation;

/// <summary>
/// Changes training pictures anew each time that they are shown: shifted, turned, larger or smaller, bent. Bytes are made of bytes, in
/// front of preprocessing, so that a model gets in training what it gets of a picture that was written so.
/// </summary>
public sealed class Augmenter
{
    private const int DrawsPerPicture = 4;

    private readonly LabeledImages _images;
    private readonly AugmentationAmounts _amounts;
    private readonly byte[] _grounds;
    private readonly ElasticField? _elastic;

    /// <param name="images">Those that are changed; they stay as they are.</param>
    /// <param name="amounts">How much.</param>
    public Augmenter(LabeledImages images, AugmentationAmounts amounts)
    {
        (_images, _amounts) = (images, amounts);
        _grounds = GroundsOf(images);
        _elastic = amounts.Elastic > 0 ? new ElasticField(images.Shape, amounts.Elastic) : null;
    }

    /// <summary>Changes some of the pictures.</summary>
    /// <param name="indices">[B] which.</param>
    /// <param name="generator">Where chance comes from: the same state gives the same pictures.</param>
    /// <returns>[B, H, W, C] levels, 0..255.</returns>
    public byte[] Make(ReadOnlySpan<long> indices, Generator generator)
    {
        var shape = _images.Shape;
        var (channels, area) = (shape.Channels, shape.Height * shape.Width);
        using var chance = rand([indices.Length, DrawsPerPicture], generator: generator);
        using var noise = _elastic is null ? null : rand([indices.Length, 2, area], generator: generator);
        var draws = MemoryMarshal.Cast<byte, float>(chance.bytes);
        var noises = noise is null ? default : MemoryMarshal.Cast<byte, float>(noise.bytes);
        var bend = new float[_elastic is null ? 0 : 2 * area];
        var made = new byte[indices.Length * shape.Length];
        for (var n = 0; n < indices.Length; n++)
        {
            var index = (int)indices[n];
            var picture = _images.Image(index).Span;
            var ground = _grounds.AsSpan(index * channels, channels);
            var placement = PlacementOf(draws.Slice(n * DrawsPerPicture, DrawsPerPicture));
            var result = made.AsSpan(n * shape.Length, shape.Length);
            if (_elastic is null && placement.IsShift)
            {
                PictureWarp.Shift(picture, shape, ground, placement, result);
                continue;
            }

            for (var axis = 0; axis < 2 && _elastic is not null; axis++)
            {
                _elastic.Write(noises.Slice(((2 * n) + axis) * area, area), bend.AsSpan(axis * area, area));
            }

            PictureWarp.Apply(picture, shape, ground, placement, bend, result);
        }

        return made;
    }

    /// <param name="draws">[4] uniform in 0..1.</param>
    private Placement PlacementOf(ReadOnlySpan<float> draws) => new(
        Whole(draws[0], _amounts.Shift),
        Whole(draws[1], _amounts.Shift),
        Between(draws[2], _amounts.Rotate),
        1 + Between(draws[3], _amounts.Scale));

    /// <summary>One of -most, …, most, all alike.</summary>
    private static int Whole(float draw, int most) => Math.Min((int)(draw * ((2 * most) + 1)), 2 * most) - most;

    private static double Between(float draw, double most) => most * ((2.0 * draw) - 1);

    /// <summary>[N, C] the median level of a picture's border: a stroke that runs over the border does not change it.</summary>
    private static byte[] GroundsOf(LabeledImages images)
    {
        var (shape, channels) = (images.Shape, images.Shape.Channels);
        int[] border = [.. BorderPixels.Of(shape.Height, shape.Width)];
        var (grounds, levels) = (new byte[images.Count * channels], new byte[border.Length]);
        for (var i = 0; i < grounds.Length; i++)
        {
            var picture = images.Image(i / channels).Span;
            for (var k = 0; k < border.Length; k++)
            {
                levels[k] = picture[(border[k] * channels) + (i % channels)];
            }

            Array.Sort(levels);
            grounds[i] = levels[levels.Length / 2];
        }

        return grounds;
    }
}
