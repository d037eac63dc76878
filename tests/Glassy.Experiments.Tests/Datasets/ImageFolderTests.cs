using CsCheck;
using Glassy.Datasets;
using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Imaging;
using Glassy.Progress;
using SkiaSharp;

namespace Glassy.Tests.Datasets;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly ImageShape Grey = new(2, 3, 1);
    private static readonly ImageShape Rgb = new(2, 3, 3);

    private readonly TemporaryProject _project = new();
    private DatasetOptions _options = new() { Path = "shapes" };
    private string? _table;

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
    public async Task What_is_left_out_is_said_in_one_line()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        Add("train/loose.png", 9);
        _project.Write("shapes/train/a/notes.txt", "x");
        _project.Write("shapes/train/a/more.txt", "x");
        _project.Write("shapes/train/a/phone.jpg", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]);
        _project.Write("shapes/train/a/.DS_Store", "x");
        _project.Write("shapes/train/.ipynb_checkpoints/x.png", "x");
        _project.Write("shapes/README", "x");
        _project.Write("shapes/raw/0.cr2", "x");

        var dataset = await LoadAsync();

        Assert.Equal((1, 1), (dataset.Train.Count, dataset.Test.Count));
        Assert.Equal(["a"], dataset.Classes);
        var remark = Assert.Single(dataset.Remarks);
        Assert.Equal(
            (
                "shapes: 8 files are left out: 2 .txt (no picture), 1 .cr2 (in raw, which is no split), 1 .png (in no class' folder), 1 HEIC (a format that is not read: save it as PNG or JPEG), "
                + "1 hidden (its name begins with a dot), 1 hidden folder (its name begins with a dot), 1 without extension (beside the splits)",
                true),
            (remark.Text, remark.IsWarning));
        Assert.Equal(("left_out", 8, "shapes"), (remark.Kind, remark.Numbers!["count"], remark.Names!["name"])); // it has them
        Assert.Equal(
            [
                ".txt no_picture 2", ".cr2 no_split raw 1", ".png no_class 1", "HEIC not_read 1", "hidden hidden 1",
                "hidden folder hidden 1", "without extension beside_splits 1"
            ],
            remark.LeftOut!.Select(kind => $"{kind.What} {kind.Why}{(kind.Name is { } name ? " " + name : "")} {kind.Count}")); // likewise
    }

    /// <summary>Pages are published: what a folder outside of the project is called on this machine is nobody's business.</summary>
    [Fact]
    public async Task Facts_of_a_dataset_elsewhere_name_no_way_on_this_machine()
    {
        using var elsewhere = new TemporaryProject();
        elsewhere.Write("photos/train/a/0.png", Png.Encode(new byte[Grey.Length], Grey));
        elsewhere.Write("photos/train/a/1.png", Png.Encode(new byte[Grey.Length], Grey));
        elsewhere.Write("photos/train/a/2.png", "no picture");
        elsewhere.Write("photos/train/a/notes.txt", "x");
        var source = new ImageFolderSource(
            elsewhere.PathOf("photos"),
            null,
            new DatasetOptions { Path = elsewhere.PathOf("photos"), OnCorrupt = CorruptReaction.Skip },
            _project.Folder,
            NoProgress.Instance);

        var remarks = DatasetInfo.Describe(await source.LoadAsync(TestContext.Current.CancellationToken)).Remarks!; // there are some

        Assert.Equal(["left_out", "corrupt", "held_out", "one_class"], remarks.Select(remark => remark.Kind));
        // all have names
        Assert.All(
            remarks.SelectMany(remark => remark.Names!.Values),
            name => Assert.DoesNotContain(Path.GetDirectoryName(elsewhere.PathOf("photos"))!, name, StringComparison.Ordinal));
        Assert.Equal("train/a/2.png", remarks[1].Names!["names"]);
        Assert.All(remarks, remark => Assert.Equal("", remark.ForRecord().Text));
    }

    [Fact]
    public async Task Pictures_are_told_by_their_content_and_may_be_deeper()
    {
        Add("train/a/0.png", 7);
        Add("train/a/deep/deeper/1.dat", 8);
        _project.Write("shapes/train/a/2.png", TestPicture.Of(3, 2, (_, _) => SKColors.Gray, SKEncodedImageFormat.Webp, 100));
        _project.Write("shapes/train/a/3", TestPicture.Of(3, 2, (_, _) => SKColors.Gray, SKEncodedImageFormat.Jpeg, 100));
        Add("test/a/0.png", 8);

        var dataset = await LoadAsync();

        Assert.Equal(4, dataset.Train.Count);
        Assert.Equal([7, 128, 128, 8], Enumerable.Range(0, 4).Select(i => (int)dataset.Train.Image(i).Span[0]));
        Assert.Empty(dataset.Remarks);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_no_class_and_said()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        Directory.CreateDirectory(_project.PathOf("shapes/train/b"));

        var dataset = await LoadAsync();

        Assert.Equal(["a"], dataset.Classes);
        Assert.Equal("shapes: 1 folder has no pictures and is no class: b", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task A_link_that_leads_back_is_not_followed()
    {
        Add("train/a/0.png", 7);
        Add("test/a/0.png", 8);
        Directory.CreateSymbolicLink(_project.PathOf("shapes/train/a/loop"), _project.PathOf("shapes/train"));

        var dataset = await LoadAsync();

        Assert.Equal(1, dataset.Train.Count);
        Assert.Equal("shapes: 1 file is left out: 1 folder (it leads back to one above it)", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task Pictures_of_different_sizes_are_counted_with_the_line_to_write()
    {
        Add("train/a/0.png", 7);
        Add("train/a/1.png", 7);
        _project.Write("shapes/test/a/0.png", Png.Encode(new byte[12], new ImageShape(3, 4, 1)));
        await FailsAsync(
            "shapes: pictures of 2 sizes, expected one: 3×2 (2, such as shapes/train/a/0.png), 4×3 (1, such as shapes/test/a/0.png); "
            + "bring them to one by `dataset: { path: shapes, resize: { size: 2, fit: pad } }` (fit: pad, crop or stretch)");
    }

    [Fact]
    public async Task Pictures_of_different_sizes_are_brought_to_one()
    {
        Add("train/a/0.png", 7);
        _project.Write("shapes/train/b/0.png", Png.Encode([.. Enumerable.Repeat((byte)100, 4 * 6 * 3)], new ImageShape(6, 4, 3)));
        _project.Write("shapes/test/a/0.png", Png.Encode([0, 100, 200, 0, 100, 200], new ImageShape(2, 3, 1)));
        _options = _options with { Resize = new ResizeOptions { Size = new PixelSize(3, 1), Fit = PictureFit.Stretch } };

        var dataset = await LoadAsync();

        Assert.Equal(new ImageShape(1, 3, 1), dataset.Train.Shape);
        Assert.Equal([7, 7, 7, 100, 100, 100], dataset.Train.Pixels);
        Assert.Equal([0, 100, 200], dataset.Test.Pixels);
    }

    [Fact]
    public async Task A_class_that_only_one_split_has_is_kept_and_said()
    {
        Add("train/a/0.png", 7);
        Add("train/b/0.png", 7);
        Add("test/a/0.png", 7);
        Add("test/c/0.png", 7);

        var dataset = await LoadAsync();
        var info = DatasetInfo.Describe(dataset);

        Assert.Equal(["a", "b", "c"], dataset.Classes);
        Assert.Equal([1, 1, 0], info.Train.PerClass);
        Assert.Equal([1, 0, 1], info.Test.PerClass);
        Assert.Equal(
            [
                "shapes: 1 of 3 classes without training pictures, which no model learns: c",
                "shapes: 1 of 3 classes without test pictures, whose figures are undefined: b",
            ],
            info.Remarks?.Select(remark => remark.Text));
    }

    [Theory]
    [InlineData("Training", "VAL", "Testing")]
    [InlineData("train", "valid", "test")]
    [InlineData("images/train", "images/validation", "images/test")]
    public async Task Splits_have_many_names(string train, string validation, string test)
    {
        Add($"{train}/a/0.png", 1);
        Add($"{train}/b/0.png", 2);
        Add($"{validation}/a/0.png", 3);
        Add($"{test}/b/0.png", 4);

        var dataset = await LoadAsync();

        Assert.Equal([1, 2], Firsts(dataset.Train));
        Assert.Equal([3], Firsts(dataset.Validation!)); // it has one
        Assert.Equal([4], Firsts(dataset.Test));
        Assert.Equal([1, 0], DatasetInfo.Describe(dataset).Validation?.PerClass);
        Assert.Empty(dataset.Remarks);
    }

    [Fact]
    public async Task A_validation_split_stands_in_for_a_test_split_that_is_not_there()
    {
        Add("train/a/0.png", 1);
        Add("val/a/0.png", 3);

        var dataset = await LoadAsync();

        Assert.Equal([3], Firsts(dataset.Test));
        Assert.Null(dataset.Validation);
        Assert.Equal("shapes comes without a test split: its validation split is used as one", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task Two_folders_for_one_split_are_reported()
    {
        Add("train/a/0.png", 1);
        Add("Training/a/0.png", 3);
        await FailsAsync(
            "shapes: both train and Training could be its training split; keep one of them",
            "shapes: both Training and train could be its training split; keep one of them");
    }

    [Theory]
    [InlineData("")]
    [InlineData("photos/")]
    [InlineData("train/")]
    public async Task One_folder_is_split_by_class(string prefix)
    {
        for (var i = 0; i < 20; i++)
        {
            Add($"{prefix}a/{i}.png", i);
            Add($"{prefix}b/{i}.png", 100 + i);
        }

        Add($"{prefix}c/only.png", 250);

        var dataset = await LoadAsync();

        Assert.Equal([16, 16, 1], dataset.Train.CountPerClass(3));
        Assert.Equal([4, 4, 0], dataset.Test.CountPerClass(3));
        Assert.Equal(
            Enumerable.Range(0, 20).Concat(Enumerable.Range(100, 20)).Append(250),
            Firsts(dataset.Train).Concat(Firsts(dataset.Test)).Order());
        Assert.Equal(
            "shapes comes without a test split: 8 of its 41 pictures are held out for test, 20 % of each class (dataset.split: { test: 0.2, seed: 1 })",
            Assert.Single(dataset.Remarks).Text);

        Assert.Equal(Firsts(dataset.Test), Firsts((await LoadAsync()).Test));
        _options = _options with { Split = new SplitOptions { Test = 0.5, Seed = 2 } };
        var other = await LoadAsync();
        Assert.Equal([10, 10, 0], other.Test.CountPerClass(3));
        Assert.False(Firsts(dataset.Test).All(Firsts(other.Test).Contains));
    }

    [Fact]
    public async Task Every_picture_that_cannot_be_read_is_named()
    {
        for (var i = 0; i < 50; i++)
        {
            Add($"train/a/{i}.png", 7);
        }

        Add("test/a/0.png", 7);
        _project.Write("shapes/train/a/31.png", "no picture");
        _project.Write("shapes/train/a/40.png", Png.Encode(new byte[Grey.Length], Grey)[..44]);
        _project.Write("shapes/train/a/45.png", "");

        var exception = await Assert.ThrowsAsync<DiagnosticException>(LoadAsync);

        Assert.Equal(
            [
                "shapes/train/a/31.png: not a picture that can be read, expected PNG, JPEG, BMP, GIF, WebP, TIFF or PNM",
                "shapes/train/a/40.png: corrupt or incomplete picture; save it again",
                "shapes/train/a/45.png: not a picture that can be read, expected PNG, JPEG, BMP, GIF, WebP, TIFF or PNM; 3 of 51 pictures cannot be read, dataset.onCorrupt: skip leaves them out",
            ],
            exception.Diagnostics.Select(diagnostic => diagnostic.Message));

        _options = _options with { OnCorrupt = CorruptReaction.Skip };
        var dataset = await LoadAsync();
        Assert.Equal(47, dataset.Train.Count);
        Assert.StartsWith(
            "shapes: 3 of 51 pictures cannot be read and are left out (dataset.onCorrupt: skip): shapes/train/a/31.png: ",
            Assert.Single(dataset.Remarks).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixteen_bits_are_stretched_alike_in_all_pictures()
    {
        _project.Write("shapes/train/a/0.png", Deep(0, 100));
        _project.Write("shapes/test/a/0.png", Deep(0, 1000)); // 10 bits

        var dataset = await LoadAsync();

        Assert.Equal([0, 25], dataset.Train.Pixels); // 100 · 255 / 1023
        Assert.Equal([0, 249], dataset.Test.Pixels);
        Assert.Equal(
            "shapes: 2 pictures of 16 bits use 10 of them: their levels are stretched by those", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task A_table_gives_labels_and_splits()
    {
        Add("pictures/1.png", 1);
        Add("pictures/2.png", 2);
        Add("pictures/more/3.png", 3);
        Add("pictures/4.png", 4);
        Add("pictures/unlisted.png", 5);
        WriteTable(
            "Filename;Class;Split\npictures/1.png;cat;train\n\"2.png\";dog;Training\n/home/me/more/3;cat;TEST\n./pictures/4.png;cat;val\n");

        var dataset = await LoadAsync();

        Assert.Equal(["cat", "dog"], dataset.Classes);
        Assert.Equal([1, 2], Firsts(dataset.Train));
        Assert.Equal([0, 1], dataset.Train.Labels);
        Assert.Equal([3], Firsts(dataset.Test));
        Assert.Equal([4], Firsts(dataset.Validation!)); // it has one
        Assert.Equal("shapes: 1 file is left out: 1 .png (not named in labels.csv)", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task Other_columns_of_a_table_are_kept_with_the_pictures_of_each_split()
    {
        for (var i = 0; i < 4; i++)
        {
            Add($"{i}.png", i);
        }

        WriteTable("file,label,split,group,age\n0.png,a,train,ann,7\n1.png,a,test,bob,8\n2.png,b,test,ann,\n3.png,b,val,cy,9\n");
        var dataset = await LoadAsync();
        Assert.Equal(["group", "age"], dataset.Test.Traits.Select(trait => trait.Name));
        Assert.Equal(["ann"], dataset.Train.Traits[0].Values);
        Assert.Equal(["bob", "ann"], dataset.Test.Traits[0].Values);
        Assert.Equal(["8", ""], dataset.Test.Traits[1].Values);
        Assert.Equal(["cy"], dataset.Validation!.Traits[0].Values); // it has one
    }

    [Fact]
    public async Task A_table_without_splits_is_split()
    {
        for (var i = 0; i < 10; i++)
        {
            Add($"{i}.png", i);
        }

        WriteTable("id,label\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"{i},{(i < 5 ? "a" : "b")}\n")));
        var dataset = await LoadAsync();
        Assert.Equal([4, 4], dataset.Train.CountPerClass(2));
        Assert.Equal([1, 1], dataset.Test.CountPerClass(2));
    }

    [Theory]
    [InlineData(
        "",
        "shapes/labels.csv: no column of files among ; expected one of file, filename, file_name, filepath, file_path, path, image, image_path, image_name, image_id, img, id")]
    [InlineData(
        "file,kind\n0.png,a\n",
        "shapes/labels.csv: no column of labels among file, kind; expected one of label, labels, class, class_name, category, target")]
    [InlineData("file,label\n", "shapes/labels.csv: no rows below its head, expected one a picture")]
    [InlineData("file,label\n0.png,\n", "shapes/labels.csv:2: no label, expected one in each row")]
    [InlineData(
        "file,label,split\n0.png,a,holdout\n",
        "shapes/labels.csv:2: split is 'holdout', expected train, validation (or val, valid, dev) or test")]
    [InlineData("file,label\n0.png,a\n0.png,a\n", "shapes/labels.csv:3: 0.png stands in line 2 too; keep one of the two rows")]
    [InlineData("file,label\n0.png,a\n0,b\n", "shapes/labels.csv:3: 0 is 'b', but 'a' in line 2; a picture has one label and one split")]
    [InlineData(
        "file,label\n0.png,a\n9.png,a\n8.png,b\n",
        "shapes/labels.csv:3: 9.png is not in shapes, nor are 1 more of its 3 files; name the folder with the pictures by dataset.path, or leave such rows out by dataset.onCorrupt: skip")]
    [InlineData(
        "file,label\n../secret.png,a\n",
        "shapes/labels.csv:2: ../secret.png is not in shapes; name the folder with the pictures by dataset.path, or leave such rows out by dataset.onCorrupt: skip")]
    [InlineData(
        "file,label,split\n0.png,a,test\n",
        "shapes: no training pictures, expected pictures in train/<class>/ and test/<class>/, in <class>/ alone, or anywhere with a CSV of file and label (dataset.labels)")]
    public async Task A_table_with_a_mistake_is_told_its_line(string table, string message)
    {
        Add("0.png", 1);
        _project.Write("secret.png", Png.Encode(new byte[Grey.Length], Grey));
        WriteTable(table);
        await FailsAsync(message);
    }

    [Fact]
    public void Any_table_gives_rows_or_one_sentence()
    {
        var (good, path) = ("file,label,split\n\"a, b.png\",x,train\n0.png,y,test\n"u8.ToArray(), _project.PathOf("t.csv"));
        Gen.Select(Gen.Int[0, good.Length], Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[0, 4]).Sample((length, changes) =>
        {
            var table = good.ToArray();
            foreach (var (at, value) in changes)
            {
                table[at] = value;
            }

            File.WriteAllBytes(path, table[..length]);
            try
            {
                LabelTable.Read(path, "t.csv");
            }
            catch (InvalidDataException mistake)
            {
                Assert.Matches("^t.csv[:0-9]*: [^\n]+$", mistake.Message);
            }
        }, iter: 2000, threads: 1);
    }

    private static byte[] Deep(params ushort[] levels)
    {
        using var image = SixLabors.ImageSharp.Image.LoadPixelData(
            Array.ConvertAll(levels, level => new SixLabors.ImageSharp.PixelFormats.L16(level)), levels.Length, 1);
        using var file = new MemoryStream();
        image.Save(file, new SixLabors.ImageSharp.Formats.Png.PngEncoder
        {
            BitDepth = SixLabors.ImageSharp.Formats.Png.PngBitDepth.Bit16,
            ColorType = SixLabors.ImageSharp.Formats.Png.PngColorType.Grayscale,
        });
        return file.ToArray();
    }

    private static IEnumerable<int> Firsts(LabeledImages images) =>
        Enumerable.Range(0, images.Count).Select(i => (int)images.Image(i).Span[0]);

    private void WriteTable(string content) => _table = _project.Write("shapes/labels.csv", content);

    private void Add(string path, int level)
    {
        var pixels = new byte[Grey.Length];
        Array.Fill(pixels, (byte)level);
        _project.Write($"shapes/{path}", Png.Encode(pixels, Grey));
    }

    private Task<ImageDataset> LoadAsync() =>
        new ImageFolderSource(_project.PathOf("shapes"), _table, _options, _project.Folder, NoProgress.Instance).LoadAsync(
            TestContext.Current.CancellationToken);

    private async Task FailsAsync(params string[] messages)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Contains(exception.Message, messages);
    }
}
