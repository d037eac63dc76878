using Glassy.Datasets.Drawings;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets.Drawings;

public sealed class CustomDrawingsTests : IDisposable
{
    private static readonly ImageShape Shape = new(28, 28, 1);

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Labels_come_from_the_stem_before_any_dash_and_what_is_no_class_is_left_out()
    {
        foreach (var name in new[]
        {
            "cat.png",
            "cat-10.png",
            "cat-2.PNG",
            "ice-cream.png",
            "ice-cream-3.png",
            "Ice-tea.png",
            "7-slanted.png",
            "dog.png"
        })
        {
            _project.Write($"data/test/{name}", Drawing());
        }

        _project.Write("data/test/notes.txt", "x");
        var loaded = Load(["cat", "ice-cream", "7", "Ice tea"]);

        Assert.Equal(
            [
                ("7-slanted.png", 2), ("Ice-tea.png", 3), ("cat-2.PNG", 0), ("cat-10.png", 0), ("cat.png", 0), ("ice-cream-3.png", 1),
                ("ice-cream.png", 1)
            ],
            loaded.Drawings.Select(drawing => (drawing.FileName, drawing.Label)));
        Assert.Equal(["dog.png"], loaded.LeftOut);
        Assert.All(loaded.Drawings, drawing => Assert.Equal(Shape.Length, drawing.Pixels.Length));
    }

    [Fact]
    public void No_folder_means_no_drawings()
    {
        var loaded = Load(["cat"]);
        Assert.Empty(loaded.Drawings);
        Assert.Empty(loaded.LeftOut);
    }

    [Fact]
    public void A_drawing_that_cannot_be_read_is_an_error()
    {
        _project.Write("data/test/cat.png", "no picture");
        Fails("data/test/cat.png: not a picture that can be read, expected PNG, JPEG, BMP, GIF, WebP, TIFF or PNM");
    }

    [Fact]
    public void An_empty_sheet_is_an_error()
    {
        var white = new byte[100];
        Array.Fill(white, (byte)255);
        _project.Write("data/test/cat.png", Png.Encode(white, new ImageShape(10, 10, 1)));
        Fails("data/test/cat.png: nothing is drawn on it, expected ink that differs from the paper");
    }

    [Fact]
    public void The_ten_drawings_that_ship_are_all_different_and_look_like_ink_on_black()
    {
        var folder = Path.Combine(RepositoryRoot(), "data", "test");
        var digits = Enumerable.Range(0, 10).Select(digit => $"{digit}").ToList();
        var loaded = new CustomDrawings(_project.Folder).Load(
            folder, digits, Shape, Polarity.BrightOnDark, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 10), loaded.Drawings.Select(drawing => drawing.Label));
        Assert.All(loaded.Drawings, drawing =>
        {
            var pixels = drawing.Pixels.ToArray();
            Assert.Equal(255, pixels.Max());
            Assert.InRange(pixels.Average(level => level) / 255, 0.05, 0.25); // MNIST's mean is 0.13
            Assert.All(BorderOf(pixels), level => Assert.Equal(0, level));
        });
    }

    private static IEnumerable<byte> BorderOf(byte[] pixels) =>
        pixels.Where((_, i) => i / 28 is 0 or 27 || i % 28 is 0 or 27);

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Glassy.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }

    private static byte[] Drawing()
    {
        var pixels = new byte[40 * 30];
        pixels.AsSpan(400, 12).Fill(200);
        return Png.Encode(pixels, new ImageShape(40, 30, 1));
    }

    private LoadedDrawings Load(IReadOnlyList<string> classes) => new CustomDrawings(_project.Folder)
        .Load(_project.PathOf("data/test"), classes, Shape, Polarity.BrightOnDark, TestContext.Current.CancellationToken);

    private void Fails(string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Load(["cat"])).Message);
}
