namespace Glassy.Imaging;

/// <summary>
/// Brings decoded pictures to one size, by <see cref="Resampler"/>'s weights: rows are taken one after the other, so that a photograph
/// costs no more memory than it has itself.
/// </summary>
public static class PictureResizer
{
    /// <summary>To be raised whenever another result comes from the same picture.</summary>
    public const int Recipe = 1;

    /// <param name="picture">Of any size.</param>
    /// <param name="channels">1 (grey, Rec. 601) or 3.</param>
    /// <param name="background">Grey level behind what is transparent.</param>
    /// <param name="size">What it is brought to.</param>
    /// <param name="fit">What is done about other proportions.</param>
    /// <returns>[H, W, C] of that size, 0..255.</returns>
    public static byte[] Resize(DecodedPicture picture, int channels, byte background, PixelSize size, PictureFit fit)
    {
        var source = new LevelRows(picture, channels, background);
        var whole = new Area(0, 0, picture.Width, picture.Height);
        var target = new PixelSize(size.Width, size.Height);
        if (fit == PictureFit.Crop)
        {
            var scale = Math.Max((double)size.Width / picture.Width, (double)size.Height / picture.Height);
            whole = Middle(whole, Side(size.Width / scale, picture.Width), Side(size.Height / scale, picture.Height));
        }
        else if (fit == PictureFit.Pad)
        {
            var scale = Math.Min((double)size.Width / picture.Width, (double)size.Height / picture.Height);
            target = new PixelSize(Side(scale * picture.Width, size.Width), Side(scale * picture.Height, size.Height));
        }

        var levels = Scale(source, whole, target);
        return target == size ? levels : Pad(levels, target, size, source.MeanOfBorder());
    }

    private static int Side(double length, int most) => Math.Clamp((int)Math.Floor(length + 0.5), 1, most);

    private static Area Middle(Area area, int width, int height) =>
        new((area.Width - width) / 2, (area.Height - height) / 2, width, height);

    private static byte[] Scale(LevelRows source, Area area, PixelSize to)
    {
        var columns = Resampler.WeightsOf(area.Width, to.Width);
        var rows = Resampler.WeightsOf(area.Height, to.Height);
        var (channels, length) = (source.Channels, to.Width * source.Channels);
        var (row, narrow, sums) = (new double[source.Width * channels], new double[length], new double[length * to.Height]);
        var takers = TakersOf(rows, area.Height);
        for (var y = 0; y < area.Height; y++)
        {
            source.Read(area.Top + y, row);
            for (var x = 0; x < length; x++)
            {
                narrow[x] = columns[x / channels].Sum(row, (area.Left * channels) + (x % channels), channels);
            }

            foreach (var (target, factor) in takers[y])
            {
                for (var x = 0; x < length; x++)
                {
                    sums[(target * length) + x] += narrow[x] * factor;
                }
            }
        }

        return Array.ConvertAll(sums, Resampler.ToByte);
    }

    /// <summary>For each row of the source, the rows of the result that it is part of.</summary>
    private static List<(int Target, double Factor)>[] TakersOf(Resampler.Weights[] rows, int height)
    {
        var takers = Enumerable.Range(0, height).Select(_ => new List<(int, double)>()).ToArray();
        for (var target = 0; target < rows.Length; target++)
        {
            for (var i = 0; i < rows[target].Samples.Length; i++)
            {
                takers[rows[target].Samples[i]].Add((target, rows[target].Factors[i]));
            }
        }

        return takers;
    }

    private static byte[] Pad(byte[] levels, PixelSize from, PixelSize to, byte[] filling)
    {
        var channels = filling.Length;
        var padded = new byte[to.Pixels * channels];
        for (var i = 0; i < padded.Length; i++)
        {
            padded[i] = filling[i % channels];
        }

        var (top, left, length) = ((to.Height - from.Height) / 2, (to.Width - from.Width) / 2, from.Width * channels);
        for (var y = 0; y < from.Height; y++)
        {
            levels.AsSpan(y * length, length).CopyTo(padded.AsSpan((((top + y) * to.Width) + left) * channels));
        }

        return padded;
    }

    private sealed record Area(int Left, int Top, int Width, int Height);

    /// <summary>A picture's levels over a background, a row at a time.</summary>
    private sealed class LevelRows(DecodedPicture picture, int channels, byte background)
    {
        public int Width => picture.Width;

        public int Channels => channels;

        /// <param name="y">The row.</param>
        /// <param name="levels">[W, C], filled.</param>
        public void Read(int y, double[] levels)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                picture.LevelsAt((y * picture.Width) + x, background, levels.AsSpan(x * channels, channels));
            }
        }

        /// <summary>[C] the mean of the outermost pixels.</summary>
        public byte[] MeanOfBorder()
        {
            var (sums, levels, count) = (new double[channels], new double[channels], 0);
            for (var y = 0; y < picture.Height; y++)
            {
                var step = y == 0 || y == picture.Height - 1 ? 1 : Math.Max(picture.Width - 1, 1);
                for (var x = 0; x < picture.Width; x += step)
                {
                    picture.LevelsAt((y * picture.Width) + x, background, levels);
                    for (var c = 0; c < channels; c++)
                    {
                        sums[c] += levels[c];
                    }

                    count++;
                }
            }

            return Array.ConvertAll(sums, sum => Resampler.ToByte(sum / count));
        }
    }
}
