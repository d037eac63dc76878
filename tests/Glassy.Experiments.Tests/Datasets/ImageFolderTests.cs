using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageShape Grey = new(2, 3, 1);
    private static readonly ImageShape Rgb = new(2, 3, 3);

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Folders_are_classes_in_numeric_order_and_files_too()
    {
        foreach (var (name, level) in new[] { ("10", 10), ("2", 2), ("b", 30), ("a", 20) })
        {
            Add($"train/{name}/10.png", level + 1);
            Add($"train/{name}/9.png", level);
            Add($"test/{name}/0.png", level);
        }

        var dataset = await LoadAsync();

        Assert.Equal("shapes", dataset.Name);
        Assert.Equal(["2", "10", "a", "b"], dataset.Classes);
        Assert.Equal(Grey, dataset.Train.Shape);
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], dataset.Train.Labels);
        Assert.Equal([2, 3, 10, 11, 20, 21, 30, 31], Enumerable.Range(0, 8).Select(i => (int)dataset.Train.Image(i).Span[0]));
        Assert.Equal([0, 1, 2, 3], dataset.Test.Labels);
    }

    [Fact]
    public async Task One_colour_picture_makes_three_channels()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        var red = new byte[Rgb.Length];
        red[0] = 200;
        _project.Write("shapes/train/a/1.png", Png.Encode(red, Rgb));

        var dataset = await LoadAsync();

        Assert.Equal(Rgb, dataset.Train.Shape);
        Assert.Equal(Rgb, dataset.Test.Shape);
        Assert.Equal([7, 7, 7], dataset.Train.Image(0)[..3].ToArray());
        Assert.Equal([200, 0, 0], dataset.Train.Image(1)[..3].ToArray());
    }

    [Fact]
    public async Task Colour_files_of_grey_pictures_have_one_channel()
    {
        _project.Write("shapes/train/a/0.png", Png.Encode(new byte[Rgb.Length], Rgb));
        Add("test/a/0.png", 8);
        Assert.Equal(1, (await LoadAsync()).Train.Shape.Channels);
    }

    [Fact]
    public async Task Hidden_folders_and_other_files_are_left_aside()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        _project.Write("shapes/train/a/notes.txt", "x");
        _project.Write("shapes/train/.ipynb_checkpoints/x.png", "x");

        var dataset = await LoadAsync();

        Assert.Equal(1, dataset.Train.Count);
        Assert.Equal(["a"], dataset.Classes);
    }

    [Fact]
    public async Task An_empty_class_folder_is_reported()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        Directory.CreateDirectory(_project.PathOf("shapes/train/b"));
        await FailsAsync("shapes/train/b: no pictures in this class, expected at least one png or jpg; add some or delete the folder");
    }

    [Fact]
    public async Task Pictures_of_different_sizes_are_reported()
    {
        Add("train/a/0.png", 7);
        Add("train/a/1.png", 7);
        _project.Write("shapes/test/a/0.png", Png.Encode(new byte[12], new ImageShape(3, 4, 1)));
        await FailsAsync("shapes/test/a/0.png: 4×3 pixels, expected 3×2 as shapes/train/a/0.png; all pictures need one size");
    }

    [Fact]
    public async Task A_class_that_only_one_split_has_is_reported()
    {
        Add("train/a/0.png", 7);
        Add("train/b/0.png", 7);
        Add("test/a/0.png", 7);
        await FailsAsync("shapes/test: no class b, but train has it; both need the same class folders");
        Add("test/b/0.png", 7);
        Add("test/c/0.png", 7);
        await FailsAsync("shapes/train: no class c, but test has it; both need the same class folders");
    }

    [Fact]
    public async Task A_missing_split_is_reported()
    {
        Add("train/a/0.png", 7);
        await FailsAsync("shapes/test: no such folder, expected train/<class>/*.png|jpg and test/<class>/*.png|jpg");
    }

    [Fact]
    public async Task The_first_picture_that_cannot_be_read_is_named()
    {
        for (var i = 0; i < 50; i++)
        {
            Add($"train/a/{i}.png", 7);
        }

        Add("test/a/0.png", 7);
        _project.Write("shapes/train/a/31.png", "no picture");
        _project.Write("shapes/train/a/40.png", "no picture");
        await FailsAsync("shapes/train/a/31.png: not a picture that can be read, expected PNG, JPEG, BMP, GIF, WebP, TIFF or PNM");
    }

    [Fact]
    public async Task A_picture_that_is_cut_off_is_named()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 7);
        var pixels = new byte[64 * 64];
        new Random(1).NextBytes(pixels);
        var png = Png.Encode(pixels, new ImageShape(64, 64, 1));
        _project.Write("shapes/train/a/1.png", png[..(png.Length / 2)]);
        await FailsAsync("shapes/train/a/1.png: corrupt or incomplete picture; save it again");
    }

    private void Add(string path, int level)
    {
        var pixels = new byte[Grey.Length];
        Array.Fill(pixels, (byte)level);
        _project.Write($"shapes/{path}", Png.Encode(pixels, Grey));
    }

    private Task<ImageDataset> LoadAsync() =>
        new ImageFolderSource(_project.PathOf("shapes"), _project.Folder).LoadAsync(TestContext.Current.CancellationToken);

    private async Task FailsAsync(string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Equal(message, exception.Message);
    }
}
