using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class IdxFolderTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Four_files_of_any_size_and_class_count_are_a_dataset(bool gzip)
    {
        IdxFixture.Write(_project, "sets/odd", height: 7, width: 3, gzip);

        var dataset = await LoadAsync();

        Assert.Equal("odd", dataset.Name);
        Assert.Equal(["0", "1", "2"], dataset.Classes);
        Assert.Equal(new ImageShape(7, 3, 1), dataset.Train.Shape);
        Assert.Equal([0, 1, 2, 1], dataset.Train.Labels);
        Assert.Equal([2, 0], dataset.Test.Labels);
        Assert.Equal([21, 22, 23], dataset.Test.Image(1)[..3].ToArray());
    }

    [Fact]
    public async Task Classes_txt_names_the_classes()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/classes.txt", "\uFEFFcat\r\nice cream\r\nfox\r\nnever seen\r\n");

        var dataset = await LoadAsync();

        Assert.Equal(["cat", "ice cream", "fox", "never seen"], dataset.Classes);
    }

    [Fact]
    public void Classes_txt_is_one_of_the_files_that_decide()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/classes.txt", "a\nb\nc");

        var files = Source().Files.Select(path => Path.GetFileName(path)).ToList();

        Assert.Equal(
            ["classes.txt", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", "train-images-idx3-ubyte", "train-labels-idx1-ubyte"],
            files);
    }

    [Fact]
    public async Task Files_named_after_their_dataset_are_found_too()
    {
        _project.Write("sets/odd/emnist-letters-train-images-idx3-ubyte", IdxFixture.Images(2, 2, 2));
        _project.Write("sets/odd/emnist-letters-train-labels-idx1-ubyte", IdxFixture.Labels(1, 2));
        _project.Write("sets/odd/emnist-letters-test-images-idx3-ubyte", IdxFixture.Images(1, 2, 2));
        _project.Write("sets/odd/emnist-letters-test-labels-idx1-ubyte", IdxFixture.Labels(2));

        Assert.Equal(3, (await LoadAsync()).Classes.Count);
    }

    [Fact]
    public async Task Counts_that_differ_are_reported()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/train-labels-idx1-ubyte", IdxFixture.Labels(0, 1, 2));
        await FailsAsync("sets/odd/train-labels-idx1-ubyte: 3 labels, but train-images-idx3-ubyte has 4 pictures");
    }

    [Fact]
    public async Task Splits_of_different_sizes_are_reported()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/t10k-images-idx3-ubyte", IdxFixture.Images(2, 5, 4));
        await FailsAsync("sets/odd/t10k-images-idx3-ubyte: pictures of 5×4, but those of train-images-idx3-ubyte are 5×3");
    }

    [Fact]
    public async Task A_label_beyond_classes_txt_is_out_of_range()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/classes.txt", "a\nb\n");
        await FailsAsync("sets/odd/train-labels-idx1-ubyte: label 2 of picture 2, expected 0 to 1: classes.txt names 2 classes");
    }

    [Fact]
    public async Task A_test_label_that_training_never_has_is_out_of_range()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/t10k-labels-idx1-ubyte", IdxFixture.Labels(0, 200));
        await FailsAsync(
            "sets/odd/t10k-labels-idx1-ubyte: label 200 of picture 1, expected 0 to 2: that is as far as the training labels go; name all classes in classes.txt if there are more");
    }

    [Theory]
    [InlineData("a\n\nc", "sets/odd/classes.txt:2: an empty line, expected one class name a line")]
    [InlineData("a\nb\na", "sets/odd/classes.txt:3: `a` is named twice, expected each class once")]
    public async Task Mistakes_in_classes_txt_are_reported_by_line(string content, string message)
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/classes.txt", content);
        await FailsAsync(message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        IdxFixture.Write(_project, "sets/odd");
        File.Delete(_project.PathOf("sets/odd/t10k-labels-idx1-ubyte"));
        var exception = Assert.Throws<InvalidDataException>(() => Source());
        Assert.Equal(
            "sets/odd: no t10k-labels-idx1-ubyte, expected train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (each may end in .gz)",
            exception.Message);
    }

    [Fact]
    public void Two_sets_in_one_folder_are_ambiguous()
    {
        IdxFixture.Write(_project, "sets/odd");
        _project.Write("sets/odd/emnist-train-images-idx3-ubyte", IdxFixture.Images(2, 2, 2));
        var exception = Assert.Throws<InvalidDataException>(() => Source());
        Assert.Equal(
            "sets/odd: emnist-train-images-idx3-ubyte and train-images-idx3-ubyte could both be train-images-idx3-ubyte; keep one set of four files a folder, or name one by how its files begin, such as sets/odd/emnist",
            exception.Message);
    }

    private IdxFolderSource Source()
    {
        var folder = _project.PathOf("sets/odd");
        var files = IdxFileSet.Find(folder, _project.Folder);
        Assert.NotNull(files);
        return new IdxFolderSource(folder, files, _project.Folder);
    }

    private Task<ImageDataset> LoadAsync() => Source().LoadAsync(Token);

    private async Task FailsAsync(string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Equal(message, exception.Message);
    }
}
