using Glassy.Imaging;

namespace Glassy.Datasets.Drawings;

/// <summary>
/// The one way in which a drawing becomes what a model was trained on, after MNIST (LeCun et al. 1998: fitted into 20×20 keeping its
/// proportions, then its centre of mass put to the middle of 28×28). The specification is <c>input/guide/drawings.md</c>, whose steps the
/// comments here number; <c>site/assets/js/draw-reader.js</c> follows it too. A change of one is a change of all three, and of the golden
/// vectors.
/// </summary>
/// <remarks>
/// All arithmetic is in 64-bit floating point, <c>round(v)</c> is <c>floor(v + 0.5)</c>. Over MNIST the centre of mass is at row and column
/// 14.0, counted from 0.
/// </remarks>
public static class DrawingPreprocessor
{
    private const double Noise = 25.5;
    private const double Ink = 51;
    private const double LeastContrast = 16;

    /// <param name="picture">The drawing, of any size.</param>
    /// <param name="shape">The dataset's shape.</param>
    /// <param name="polarity">The dataset's; it has no bearing on three channels.</param>
    /// <returns>[H, W, C] levels, 0..255; null when nothing is drawn.</returns>
    public static byte[]? Prepare(DecodedPicture picture, ImageShape shape, Polarity polarity)
    {
        if (shape.Channels == 3)
        {
            return Resampler.Resize(picture.ToRgb(255), new ImageShape(picture.Height, picture.Width, 3), shape);
        }

        var levels = OverPaper(picture);
        if (!BrightenInk(levels, picture.Height, picture.Width))
        {
            return null;
        }

        var glyph = Fit(Crop(levels, picture.Height, picture.Width), shape);
        var centred = Centre(glyph, shape);
        return polarity == Polarity.BrightOnDark ? centred : Array.ConvertAll(centred, level => (byte)(255 - level));
    }

    /// <summary>Steps 1 and 2: [H, W] grey levels with the paper behind what is transparent.</summary>
    private static double[] OverPaper(DecodedPicture picture)
    {
        var all = WeightedMean(picture, Enumerable.Range(0, picture.Height * picture.Width));
        var border = WeightedMean(picture, BorderPixels.Of(picture.Height, picture.Width));
        var contrasting = all.Luma < 128 ? 255.0 : 0.0;
        var paper = border.Alpha < 128 ? contrasting : border.Luma;

        var levels = new double[picture.Height * picture.Width];
        for (var i = 0; i < levels.Length; i++)
        {
            double alpha = picture.Rgba[(4 * i) + 3];
            levels[i] = ((picture.Luma(i) * alpha) + (paper * (255 - alpha))) / 255;
        }

        return levels;
    }

    /// <summary>Mean luma, weighted by alpha, and mean alpha.</summary>
    private static (double Luma, double Alpha) WeightedMean(DecodedPicture picture, IEnumerable<int> pixels)
    {
        var (luma, alpha, count) = (0.0, 0.0, 0);
        foreach (var pixel in pixels)
        {
            double weight = picture.Rgba[(4 * pixel) + 3];
            luma += picture.Luma(pixel) * weight;
            alpha += weight;
            count++;
        }

        return (alpha == 0 ? 0 : luma / alpha, alpha / count);
    }

    /// <summary>Steps 3 and 4, in place: ink up to 255, paper 0.</summary>
    /// <returns>False when nothing is drawn.</returns>
    private static bool BrightenInk(double[] levels, int height, int width)
    {
        var border = BorderPixels.Of(height, width).Select(pixel => levels[pixel]).Order().ToArray();
        var paper = border[border.Length / 2];
        var (least, greatest) = (levels.Min(), levels.Max());
        var invert = paper > (least + greatest) / 2;
        if (invert)
        {
            (paper, greatest) = (255 - paper, 255 - least);
        }

        if (greatest - paper < LeastContrast)
        {
            return false;
        }

        for (var i = 0; i < levels.Length; i++)
        {
            var level = 255 * ((invert ? 255 - levels[i] : levels[i]) - paper) / (greatest - paper);
            levels[i] = level < Noise ? 0 : level;
        }

        return true;
    }

    /// <summary>Step 5.</summary>
    private static Glyph Crop(double[] levels, int height, int width)
    {
        var (top, bottom, left, right) = (height, -1, width, -1);
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] >= Ink)
            {
                var (y, x) = (i / width, i % width);
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y));
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
            }
        }

        var (rows, columns) = (bottom - top + 1, right - left + 1);
        var crop = new double[rows * columns];
        for (var y = 0; y < rows; y++)
        {
            Array.Copy(levels, ((top + y) * width) + left, crop, y * columns, columns);
        }

        return new Glyph(crop, rows, columns);
    }

    /// <summary>Steps 6 and 7: whole levels, the greatest 255.</summary>
    private static Glyph Fit(Glyph crop, ImageShape shape)
    {
        var (boxHeight, boxWidth) = (Math.Max(1, Round(20.0 * shape.Height / 28)), Math.Max(1, Round(20.0 * shape.Width / 28)));
        var scale = Math.Min((double)boxHeight / crop.Height, (double)boxWidth / crop.Width);
        var (height, width) = (Math.Max(1, Round(scale * crop.Height)), Math.Max(1, Round(scale * crop.Width)));
        var levels = Resampler.Resize(crop.Levels, crop.Height, crop.Width, height, width);
        var factor = 255 / levels.Max();
        return new Glyph(Array.ConvertAll(levels, level => Math.Floor((Math.Max(level, 0) * factor) + 0.5)), height, width);
    }

    /// <summary>Step 8.</summary>
    private static byte[] Centre(Glyph glyph, ImageShape shape)
    {
        var (mass, massY, massX) = (0.0, 0.0, 0.0);
        for (var i = 0; i < glyph.Levels.Length; i++)
        {
            mass += glyph.Levels[i];
            massY += glyph.Levels[i] * (i / glyph.Width);
            massX += glyph.Levels[i] * (i % glyph.Width);
        }

        var top = Math.Clamp(Round((shape.Height / 2.0) - (massY / mass)), 0, shape.Height - glyph.Height);
        var left = Math.Clamp(Round((shape.Width / 2.0) - (massX / mass)), 0, shape.Width - glyph.Width);
        var result = new byte[shape.Length];
        for (var i = 0; i < glyph.Levels.Length; i++)
        {
            result[((top + (i / glyph.Width)) * shape.Width) + left + (i % glyph.Width)] = (byte)glyph.Levels[i];
        }

        return result;
    }

    private static int Round(double value) => (int)Math.Floor(value + 0.5);

    /// <summary>Ink alone: [Height, Width] levels, 0..255.</summary>
    private sealed record Glyph(double[] Levels, int Height, int Width);
}
