using Glassy.Datasets;
using Glassy.Datasets.Files;
using Glassy.Datasets.Options;
using Glassy.Imaging;
using Glassy.Tests.Datasets.Files;

namespace Glassy.Tests.Datasets;

public sealed class DatasetCatalogTests : IDisposable
{
    private const string Layouts =
        "expected train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (each may end in .gz), or pictures in train/<class>/ and test/<class>/, in <class>/ alone, or anywhere with a CSV of file and label (dataset.labels)";

    private readonly TemporaryProject _project = new();
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly RecordedProgress _progress = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task Mnist_is_looked_for_in_the_project_then_outside_then_as_an_archive()
    {
        using var outside = new TemporaryProject();
        var catalog = Catalog(outside.Folder.Root);

        var archive = _project.Write("data/datasets/mnist.npz", "x");
        Assert.Equal([archive], (await catalog.ResolveAsync(Named("mnist"), Token)).Files);

        IdxFixture.Write(outside, "mnist", gzip: true);
        Assert.StartsWith(outside.Folder.Root, (await catalog.ResolveAsync(Named("mnist"), Token)).Files[0], StringComparison.Ordinal);

        IdxFixture.Write(_project, "data/datasets/mnist", gzip: true);
        Assert.StartsWith(_project.Folder.Root, (await catalog.ResolveAsync(Named("auto"), Token)).Files[0], StringComparison.Ordinal);
        Assert.Empty(_progress.Warnings);
    }

    [Fact]
    public async Task Files_that_are_not_mnist_are_not_taken_for_it()
    {
        IdxFixture.Write(_project, "data/datasets/mnist");
        var source = await Catalog().ResolveAsync(Named("mnist"), Token);
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => source.LoadAsync(Token));
        Assert.Matches(
            "^data/datasets/mnist/(train|t10k)-images-idx3-ubyte: SHA-256 [0-9a-f]{12}…, expected [0-9a-f]{12}…: not MNIST's file; ",
            exception.Message);
    }

    [Fact]
    public async Task Auto_falls_back_to_the_digits_and_says_so()
    {
        var source = await Catalog(mirrors: [LocalServer.DeadAddress(), LocalServer.DeadAddress()]).ResolveAsync(Named("auto"), Token);

        Assert.Equal("digits", source.Name);
        const string Notice = "MNIST is not here and could not be downloaded, so this is the bundled set of 5,000 digits (dataset: auto).";
        Assert.Equal(Notice, source.Notice);
        Assert.Equal(
            [$"{Notice} train-images-idx3-ubyte.gz could not be downloaded (127.0.0.1: cannot be reached; 127.0.0.1: cannot be reached)"],
            _progress.Warnings);
        Assert.Empty(_project.AllFiles());
    }

    [Fact]
    public async Task Auto_does_not_wait_long_for_a_mirror_that_never_answers()
    {
        using var silent = new LocalServer(LocalServer.Silence());
        var time = new FastTime(factor: 10);
        var source = await Catalog(mirrors: [silent.Address], time: time).ResolveAsync(Named("auto"), Token);

        Assert.Equal([TimeSpan.FromSeconds(2.5)], time.Asked.Where(wait => wait > TimeSpan.Zero)); // once, and then no more
        Assert.Equal("digits", source.Name);
        Assert.InRange(silent.Requests.Count, 0, 1); // on a busy machine it may not have read the one
    }

    [Fact]
    public async Task Auto_tries_a_failed_download_again_after_an_hour()
    {
        using var server = new LocalServer(LocalServer.Status(404));
        var noon = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
        Task<IDatasetSource> ResolveAt(DateTimeOffset now) => new DatasetCatalog(
            _project.Folder,
            _progress,
            _http,
            TimeProvider.System,
            null,
            new DownloadMemory(_project.PathOf(".cache/unreachable"), new FixedTime(now)),
            mirrors: [server.Address])
            .ResolveAsync(Named("auto"), Token);

        await ResolveAt(noon);
        var asked = server.Requests.Count;
        Assert.NotEqual(0, asked);
        await ResolveAt(noon + TimeSpan.FromMinutes(59.9));
        Assert.Equal(asked, server.Requests.Count);
        Assert.Contains(
            $"The download is tried again after {(noon + TimeSpan.FromHours(1)).LocalDateTime:HH:mm}",
            _progress.Warnings.Last(),
            StringComparison.Ordinal);

        await ResolveAt(noon + TimeSpan.FromHours(1));
        Assert.NotEqual(asked, server.Requests.Count);
    }

    [Fact]
    public async Task Mnist_by_name_never_falls_back()
    {
        using var server = new LocalServer(LocalServer.Status(404));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(
            () => Catalog(mirrors: [server.Address]).ResolveAsync(Named("mnist"), Token));
        Assert.Equal(
            "dataset mnist: train-images-idx3-ubyte.gz could not be downloaded (127.0.0.1: HTTP 404); put its four files into data/datasets/mnist/, set GLASSY_DATASETS, or choose `dataset: digits`",
            exception.Message);
        Assert.Empty(_progress.Warnings);
    }

    [Fact]
    public async Task Mnist_is_downloaded_where_it_is_then_found()
    {
        var folder = Path.Combine(Mnist.DatasetsFolder(), "mnist");
        using var server = new LocalServer([.. MnistFiles.Sha256.Keys.Select(name =>
            LocalServer.Body(File.ReadAllBytes(MnistFiles.Find(folder, name)!)))]); // all four are there, or the test is skipped

        var source = await Catalog(mirrors: [server.Address]).ResolveAsync(Named("mnist"), Token);

        Assert.Equal("mnist", source.Name);
        Assert.Null(source.Notice);
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(4, _project.AllFiles().Count);
        await Catalog(mirrors: [server.Address]).ResolveAsync(Named("auto"), Token);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Mnist_is_read_with_its_published_counts()
    {
        var source = await Catalog(Mnist.DatasetsFolder()).ResolveAsync(Named("mnist"), Token);
        var dataset = await source.LoadAsync(Token);

        // LeCun, Cortes, Burges: the MNIST database.
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], dataset.Train.CountPerClass(10));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], dataset.Test.CountPerClass(10));
        Assert.Equal(new ImageShape(28, 28, 1), dataset.Test.Shape);
        Assert.Equal(MnistSource.ContentSha256, DatasetInfo.Describe(dataset).Sha256);
    }

    [Fact]
    public async Task Digits_come_from_the_project_before_the_program()
    {
        var shipped = await Catalog().ResolveAsync(Named("digits"), Token);
        Assert.StartsWith(AppContext.BaseDirectory, shipped.Files[0], StringComparison.Ordinal);
        Assert.Null(shipped.Notice);

        var own = _project.Write("data/datasets/digits/digits.png", "x");
        Assert.Equal([own], (await Catalog().ResolveAsync(Named("digits"), Token)).Files);
    }

    [Fact]
    public async Task A_program_without_its_digits_says_so()
    {
        var catalog = new DatasetCatalog(_project.Folder, _progress, _http, TimeProvider.System, null, programFolder: _project.Folder.Root);
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => catalog.ResolveAsync(Named("digits"), Token));
        Assert.Equal(
            "data/datasets/digits/digits.png: no such file, neither in the project nor beside the program; install the program anew",
            exception.Message);
    }

    [Fact]
    public async Task A_path_is_an_IDX_folder_or_a_picture_folder()
    {
        IdxFixture.Write(_project, "sets/idx");
        _project.Write("sets/pictures/train/a/0.png", Png.Encode(new byte[4], new ImageShape(2, 2, 1)));

        Assert.IsType<IdxFolderSource>(await Catalog().ResolveAsync(Named("sets/idx"), Token));
        Assert.IsType<ImageFolderSource>(await Catalog().ResolveAsync(Named(_project.PathOf("sets/pictures")), Token));
    }

    [Theory]
    [InlineData("mnsit", "mnsit: no such folder or file, and not one of auto, mnist, digits; did you mean `mnist`?; ")]
    [InlineData("sets/file", "sets/file: a file that holds no dataset; ")]
    [InlineData("sets/empty", "sets/empty: an empty folder; ")]
    [InlineData("sets/other", "sets/other: holds no dataset but readme.txt; ")]
    public async Task A_path_that_is_no_dataset_is_told_both_layouts(string choice, string message)
    {
        _project.Write("sets/file", "x");
        _project.Write("sets/other/readme.txt", "x");
        Directory.CreateDirectory(_project.PathOf("sets/empty"));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog().ResolveAsync(Named(choice), Token));
        Assert.Equal(message + Layouts, exception.Message);
    }

    [Fact]
    public async Task A_path_is_never_taken_for_a_name()
    {
        _project.Write("digits/a/0.png", Png.Encode(new byte[4], new ImageShape(2, 2, 1)));
        Assert.IsType<ImageFolderSource>(await Catalog().ResolveAsync(new DatasetOptions { Path = "digits" }, Token));
        Assert.IsType<DigitsSource>(await Catalog().ResolveAsync(Named("digits"), Token));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(
            () => Catalog().ResolveAsync(new DatasetOptions { Name = "mnist", Path = "digits" }, Token));
        Assert.Equal("dataset: both name ('mnist') and path ('digits') are given; keep one of them", exception.Message);
    }

    [Fact]
    public async Task Labels_are_looked_for_in_the_project_then_in_the_folder()
    {
        _project.Write("sets/pictures/0.png", Png.Encode(new byte[4], new ImageShape(2, 2, 1)));
        var options = new DatasetOptions { Path = "sets/pictures", Labels = "labels.csv" };

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog().ResolveAsync(options, Token));
        Assert.Equal("labels.csv: no such file (dataset.labels), neither in the project nor in sets/pictures", exception.Message);

        var inner = _project.Write("sets/pictures/labels.csv", "file,label\n0.png,a\n");
        Assert.Contains(inner, (await Catalog().ResolveAsync(options, Token)).Files);
        var own = _project.Write("labels.csv", "file,label\n0.png,a\n");
        Assert.Contains(own, (await Catalog().ResolveAsync(options, Token)).Files);
    }

    [Fact]
    public async Task A_dataset_of_arrays_is_resized_too()
    {
        var source = await Catalog().ResolveAsync(
            Named("digits") with { Resize = new ResizeOptions { Size = new PixelSize(7, 14) } }, Token);

        var dataset = await source.LoadAsync(Token);

        Assert.Equal(new ImageShape(14, 7, 1), dataset.Test.Shape);
        Assert.Equal(1000 * 7 * 14, dataset.Test.Pixels.Length);
        Assert.NotNull(source.Besides);
    }

    [Fact]
    public async Task Sets_of_EMNIST_are_named_by_how_their_files_begin_and_are_upright()
    {
        foreach (var set in new[] { "letters", "digits" })
        {
            _project.Write($"gzip/emnist-{set}-train-images-idx3-ubyte.gz", IdxFixture.Gzip(IdxFixture.Images(2, 2, 3)));
            _project.Write($"gzip/emnist-{set}-train-labels-idx1-ubyte.gz", IdxFixture.Gzip(IdxFixture.Labels(1, 2)));
            _project.Write($"gzip/emnist-{set}-test-images-idx3-ubyte.gz", IdxFixture.Gzip(IdxFixture.Images(1, 2, 3)));
            _project.Write($"gzip/emnist-{set}-test-labels-idx1-ubyte.gz", IdxFixture.Gzip(IdxFixture.Labels(2)));
        }

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => Catalog().ResolveAsync(Named("gzip"), Token));
        Assert.EndsWith(
            "could both be train-images-idx3-ubyte; keep one set of four files a folder, or name one by how its files begin, such as gzip/emnist-digits",
            exception.Message,
            StringComparison.Ordinal);

        var source = await Catalog().ResolveAsync(Named("gzip/emnist-letters"), Token);
        Assert.StartsWith(
            "gzip/emnist-letters-mapping.txt is not there: ",
            Assert.Single((await source.LoadAsync(Token)).Remarks).Text,
            StringComparison.Ordinal);

        _project.Write("gzip/emnist-letters-mapping.txt", "1 65 97\n2 66 98\n");
        var dataset = await source.LoadAsync(Token);
        Assert.Equal("emnist-letters", dataset.Name);
        Assert.Equal(["A", "B"], dataset.Classes);
        Assert.Equal([0, 1], dataset.Train.Labels);
        Assert.Equal(new ImageShape(3, 2, 1), dataset.Train.Shape);
        Assert.Equal([0, 3, 1, 4, 2, 5], dataset.Train.Image(0).ToArray()); // stored as 0 1 2 over 3 4 5
        Assert.Contains("upright", Assert.Single(dataset.Remarks).Text, StringComparison.Ordinal);

        _project.Write("gzip/emnist-letters-mapping.txt", "1 65 97\n1 66 98\n");
        exception = await Assert.ThrowsAsync<InvalidDataException>(() => source.LoadAsync(Token));
        Assert.Equal("gzip/emnist-letters-mapping.txt:2: label 1 or character B stands there twice, expected each once", exception.Message);
    }

    [Fact]
    public async Task Files_are_told_by_what_they_are()
    {
        _project.Write("sets/a.npz", "x");
        _project.Write("sets/b.parquet", "x");
        _project.Write("sets/c/data_batch_1.bin", "x");
        _project.Write("sets/d/x_train.npy", "x");
        _project.Write("sets/d/y_train.npy", "x");
        _project.Write("sets/e/data/train-0.parquet", "x");
        _project.Write("sets/f.csv", "file,label\n");

        Assert.IsType<NumpySource>(await Catalog().ResolveAsync(Named("sets/a.npz"), Token));
        Assert.IsType<ParquetSource>(await Catalog().ResolveAsync(Named("sets/b.parquet"), Token));
        Assert.IsType<CifarSource>(await Catalog().ResolveAsync(Named("sets/c"), Token));
        Assert.IsType<NumpySource>(await Catalog().ResolveAsync(Named("sets/d"), Token));
        Assert.IsType<ParquetSource>(await Catalog().ResolveAsync(Named("sets/e"), Token));
        Assert.IsType<ImageFolderSource>(await Catalog().ResolveAsync(Named("sets/f.csv"), Token));
    }

    private static DatasetOptions Named(string name) => new() { Name = name };

    private DatasetCatalog Catalog(string? datasetsFolder = null, IReadOnlyList<Uri>? mirrors = null, TimeProvider? time = null) =>
        new(
            _project.Folder,
            _progress,
            _http,
            time ?? TimeProvider.System,
            datasetsFolder,
            mirrors: mirrors ?? [LocalServer.DeadAddress()]);
}
