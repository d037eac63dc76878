using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets.Drawings;

public sealed class DrawingPreprocessorTests
{
    private static readonly ImageShape Mnist = new(28, 28, 1);

    [Fact]
    public void Dark_on_light_and_light_on_dark_give_the_same()
    {
        var dark = Stroke(ink: 0, paper: 255);
        var light = Stroke(ink: 255, paper: 0);
        Assert.Equal(Prepare(light), Prepare(dark));
    }

    [Fact]
    public void Faint_ink_on_grey_paper_gives_nearly_the_same() =>
        Assert.Equal(Prepare(Stroke(ink: 0, paper: 255)), Prepare(Stroke(ink: 110, paper: 230)));

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void Ink_without_paper_is_found_by_its_alpha(byte ink) =>
        Assert.Equal(Prepare(Stroke(ink: 0, paper: 255)), Prepare(Stroke(ink, paper: (byte)(255 - ink), paperAlpha: 0)));

    [Fact]
    public void Paper_that_is_half_there_keeps_its_own_colour() =>
        Assert.Equal(Prepare(Stroke(ink: 0, paper: 255)), Prepare(Stroke(ink: 128, paper: 255, paperAlpha: 128)));

    [Fact]
    public void Transparent_corners_of_a_white_card_are_not_ink()
    {
        var card = Stroke(ink: 0, paper: 255);
        for (var i = 0; i < 12; i++)
        {
            SetAlpha(card, i, 0);
        }

        Assert.Equal(Prepare(Stroke(ink: 0, paper: 255)), Prepare(card));
    }

    [Fact]
    public void Ink_that_runs_over_the_border_does_not_turn_the_paper_into_ink()
    {
        var picture = Grey(40, 40, (y, x) => x is > 10 and < 25 ? 0 : 255);
        var result = Prepare(picture);
        Assert.Equal(0, result[0]);
        Assert.Equal(255, result[(14 * 28) + 14]);
    }

    [Fact]
    public void The_ink_fills_twenty_of_twenty_eight_and_its_mass_is_in_the_middle()
    {
        // An L: its box is not centred when its mass is.
        var result = Prepare(Grey(
            200,
            300,
            (y, x) => (y is >= 20 and < 120 && x is >= 150 and < 170) || (y is >= 100 and < 120 && x is >= 150 and < 200) ? 0 : 255));

        var rows = Enumerable.Range(0, 28).Where(y => Enumerable.Range(0, 28).Any(x => result[(y * 28) + x] > 0)).ToList();
        var columns = Enumerable.Range(0, 28).Where(x => Enumerable.Range(0, 28).Any(y => result[(y * 28) + x] > 0)).ToList();
        Assert.Equal(20, rows[^1] - rows[0] + 1);
        Assert.Equal(10, columns[^1] - columns[0] + 1);
        var (y, x) = CentreOfMass(result, 28);
        Assert.InRange(y, 13.5, 14.5);
        Assert.InRange(x, 13.5, 14.5);
    }

    [Fact]
    public void A_picture_of_the_dataset_itself_comes_back_as_it_is()
    {
        var random = new Random(3);
        var digit = new byte[784];
        for (var y = 4; y < 24; y++)
        {
            for (var x = 4; x < 24; x++)
            {
                digit[(y * 28) + x] = (byte)random.Next(60, 256);
            }
        }

        digit[(14 * 28) + 14] = 255;
        var (centreY, centreX) = CentreOfMass(digit, 28);
        var (shiftY, shiftX) = ((int)Math.Floor(14 - (centreY - 4) + 0.5) - 4, (int)Math.Floor(14 - (centreX - 4) + 0.5) - 4);
        var expected = new byte[784];
        for (var i = 0; i < 784; i++)
        {
            if (digit[i] > 0)
            {
                expected[i + (shiftY * 28) + shiftX] = digit[i];
            }
        }

        Assert.Equal(expected, Prepare(Grey(28, 28, (y, x) => digit[(y * 28) + x])));
    }

    [Theory]
    [InlineData(12, 40)]
    [InlineData(64, 20)]
    [InlineData(1, 1)]
    [InlineData(3, 50)]
    public void Any_size_of_dataset_works(int height, int width)
    {
        var result = DrawingPreprocessor.Prepare(Stroke(ink: 0, paper: 255), new ImageShape(height, width, 1), Polarity.BrightOnDark);
        Assert.NotNull(result);
        Assert.Equal(height * width, result.Length);
        Assert.Equal(255, result.Max());
    }

    [Fact]
    public void A_dataset_of_dark_ink_gets_dark_ink()
    {
        var bright = Prepare(Stroke(ink: 0, paper: 255));
        var dark = DrawingPreprocessor.Prepare(Stroke(ink: 0, paper: 255), Mnist, Polarity.DarkOnBright);
        Assert.Equal(bright.Select(level => (byte)(255 - level)), dark);
    }

    [Fact]
    public void Polarity_is_told_by_the_border()
    {
        var dark = new LabeledImages(new ImageShape(3, 3, 1), [9, 9, 9, 9, 255, 9, 9, 9, 9], [0]);
        var bright = dark with { Pixels = Array.ConvertAll(dark.Pixels, level => (byte)(255 - level)) };
        Assert.Equal(Polarity.BrightOnDark, InkPolarity.Of(dark));
        Assert.Equal(Polarity.DarkOnBright, InkPolarity.Of(bright));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(120)]
    public void An_empty_sheet_gives_nothing(byte level) =>
        Assert.Null(DrawingPreprocessor.Prepare(
            Grey(30, 30, (_, x) => level + (x % 2 == 0 || level == 255 ? 0 : 5)), Mnist, Polarity.BrightOnDark));

    [Fact]
    public void For_a_colour_dataset_the_whole_picture_is_shrunk_over_white()
    {
        var picture = new DecodedPicture(1, 4, [255, 0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal([255, 0, 0, 255, 255, 255], DrawingPreprocessor.Prepare(picture, new ImageShape(1, 2, 3), Polarity.BrightOnDark));
    }

    /// <summary>A slanting stroke on a sheet of 60×50.</summary>
    private static DecodedPicture Stroke(byte ink, byte paper, byte paperAlpha = 255)
    {
        var picture = Grey(60, 50, (y, x) => IsInk(y, x) ? ink : paper);
        for (var i = 0; i < 60 * 50; i++)
        {
            SetAlpha(picture, i, IsInk(i / 50, i % 50) ? (byte)255 : paperAlpha);
        }

        return picture;

        static bool IsInk(int y, int x) => y is > 8 and < 50 && Math.Abs(x - 35 + (y / 2)) < 4;
    }

    private static DecodedPicture Grey(int height, int width, Func<int, int, int> level)
    {
        var rgba = new byte[height * width * 4];
        for (var i = 0; i < height * width; i++)
        {
            rgba.AsSpan(4 * i, 3).Fill((byte)level(i / width, i % width));
            rgba[(4 * i) + 3] = 255;
        }

        return new DecodedPicture(height, width, rgba);
    }

    private static void SetAlpha(DecodedPicture picture, int pixel, byte alpha) => picture.Rgba[(4 * pixel) + 3] = alpha;

    private static byte[] Prepare(DecodedPicture picture) =>
        DrawingPreprocessor.Prepare(picture, Mnist, Polarity.BrightOnDark) ?? throw new InvalidOperationException("Nothing was found.");

    private static (double Y, double X) CentreOfMass(byte[] pixels, int width)
    {
        double mass = pixels.Sum(level => (double)level);
        return (
            pixels.Select((level, i) => level * (double)(i / width)).Sum() / mass,
            pixels.Select((level, i) => level * (double)(i % width)).Sum() / mass);
    }
}
