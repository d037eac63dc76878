using Glassy.Datasets;
using Glassy.Datasets.Options;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class CifarSourceTests : IDisposable
{
    private const int Levels = 3072;

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Batches_for_C_are_read()
    {
        _project.Write("cifar/data_batch_1.bin", [1, .. Planes(10), 0, .. Planes(20)]);
        _project.Write("cifar/data_batch_2.bin", [2, .. Planes(30)]);
        _project.Write("cifar/test_batch.bin", [2, .. Planes(40)]);
        _project.Write("cifar/batches.meta.txt", "airplane\nautomobile\nbird\n\n");

        var dataset = await LoadAsync();

        Assert.Equal(["airplane", "automobile", "bird"], dataset.Classes);
        Assert.Equal(new ImageShape(32, 32, 3), dataset.Train.Shape);
        Assert.Equal([1, 0, 2], dataset.Train.Labels);
        Assert.Equal([20, 21, 22], dataset.Train.Image(1)[..3].ToArray()); // a plane for each colour
        Assert.Equal([2], dataset.Test.Labels);
    }

    [Fact]
    public async Task The_fine_classes_of_CIFAR_100_are_read()
    {
        _project.Write("cifar/train.bin", [9, 1, .. Planes(10)]);
        _project.Write("cifar/test.bin", [9, 0, .. Planes(20)]);
        _project.Write("cifar/fine_label_names.txt", "apple\nbear\n");

        var dataset = await LoadAsync();

        Assert.Equal([1], dataset.Train.Labels);
        Assert.Equal([0], dataset.Test.Labels);
        Assert.Equal(["apple", "bear"], dataset.Classes);
    }

    [Fact]
    public async Task Batches_for_Python_are_read_as_data()
    {
        _project.Write("cifar/data_batch_1", Batch("labels", [1, 0], 10, 20));
        _project.Write("cifar/test_batch", Batch("labels", [1], 30));
        _project.Write("cifar/batches.meta", PickleFixture.Dictionary(("label_names", PickleFixture.Texts("cat", "dog"))));

        var dataset = await LoadAsync();

        Assert.Equal(["cat", "dog"], dataset.Classes);
        Assert.Equal([1, 0], dataset.Train.Labels);
        Assert.Equal([20, 21, 22], dataset.Train.Image(1)[..3].ToArray());
        Assert.Equal([30, 31, 32], dataset.Test.Image(0)[..3].ToArray());
    }

    [Fact]
    public async Task CIFAR_100_for_Python_has_fine_labels()
    {
        _project.Write("cifar/train", PickleFixture.Dictionary(
            ("coarse_labels", PickleFixture.Numbers(0)),
            ("fine_labels", PickleFixture.Numbers(1)),
            ("data", PickleFixture.Array(Planes(1), 1, Levels))));
        _project.Write("cifar/test", Batch("fine_labels", [0], 30));
        _project.Write("cifar/meta", PickleFixture.Dictionary(
            ("coarse_label_names", PickleFixture.Texts("x")), ("fine_label_names", PickleFixture.Texts("apple", "bear"))));

        var dataset = await LoadAsync();

        Assert.Equal([1], dataset.Train.Labels);
        Assert.Equal([0], dataset.Test.Labels);
        Assert.Equal(["apple", "bear"], dataset.Classes);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_the_file()
    {
        _project.Write("cifar/data_batch_1.bin", [1, 2, 3]);
        await FailsAsync("cifar/data_batch_1.bin: 3 bytes, expected a multiple of 3073 as CIFAR has them; fetch the file again");

        _project.Write("cifar/data_batch_1.bin", [7, .. Planes(10)]);
        _project.Write("cifar/batches.meta.txt", "a\nb\n");
        await FailsAsync("cifar/data_batch_1.bin: label 7 of picture 0, expected 0 to 1: that is how many classes are named");

        File.Delete(_project.PathOf("cifar/data_batch_1.bin"));
        _project.Write("cifar/data_batch_1", "cposix\nsystem\n.");
        await FailsAsync(
            "cifar/data_batch_1: a pickle that asks for posix.system, expected data alone: this program runs nothing of a pickle");
        _project.Write("cifar/data_batch_1", Batch("labels", [1, 2, 3], 10));
        await FailsAsync("cifar/data_batch_1: no batch of CIFAR, expected data of (N, 3072) bytes and as many labels");
    }

    private static byte[] Batch(string key, int[] labels, params int[] firsts) => PickleFixture.Dictionary(
        (key, PickleFixture.Numbers(labels)), ("data", PickleFixture.Array([.. firsts.SelectMany(Planes)], firsts.Length, Levels)));

    /// <summary>Red of one level, green of the next, blue of the one after.</summary>
    private static byte[] Planes(int first) => [.. Enumerable.Range(0, Levels).Select(i => (byte)(first + (i / 1024)))];

    private Task<ImageDataset> LoadAsync()
    {
        Assert.True(CifarSource.Recognises(_project.PathOf("cifar")));
        return new CifarSource(_project.PathOf("cifar"), new DatasetOptions(), _project.Folder).LoadAsync(
            TestContext.Current.CancellationToken);
    }

    private async Task FailsAsync(string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Equal(message, exception.Message);
    }
}
