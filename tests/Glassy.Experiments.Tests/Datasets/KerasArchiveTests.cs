using System.IO.Compression;
using System.Text;
using Glassy.Datasets;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class KerasArchiveTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("|u1", 1)]
    [InlineData("<i4", 4)]
    [InlineData("<i8", 8)]
    [InlineData(">i2", 2)]
    public async Task Keras_archive_is_read_with_any_integer_labels(string type, int size)
    {
        Write(Npy(type, "(3,)", LabelBytes(type, size, 1, 0, 1)), Npy(type, "(1,)", LabelBytes(type, size, 1)));

        var dataset = await LoadAsync();

        Assert.Equal(["0", "1"], dataset.Classes);
        Assert.Equal(new ImageShape(2, 2, 1), dataset.Train.Shape);
        Assert.Equal([1, 0, 1], dataset.Train.Labels);
        Assert.Equal([5, 6, 7, 8], dataset.Train.Image(1).ToArray());
        Assert.Equal(1, dataset.Test.Count);
    }

    [Fact]
    public async Task A_negative_label_is_out_of_range()
    {
        Write(Npy("|i1", "(3,)", [0, 1, 0xff]), Npy("|u1", "(1,)", [0]));
        await FailsAsync("m.npz: y_train: label -1 of picture 2, expected 0 to 1: labels count from 0, without gaps");
    }

    [Fact]
    public async Task A_label_of_billions_is_out_of_range()
    {
        Write(Npy("<u4", "(3,)", [0, 0, 0, 0, 255, 255, 255, 127, 1, 0, 0, 0]), Npy("|u1", "(1,)", [0]));
        await FailsAsync("m.npz: y_train: label 2147483647 of picture 1, expected 0 to 65535: labels count from 0, without gaps");
    }

    [Fact]
    public async Task A_test_label_beyond_the_training_labels_is_out_of_range()
    {
        Write(Npy("|u1", "(3,)", [0, 1, 0]), Npy("|u1", "(1,)", [9]));
        await FailsAsync("m.npz: y_test: label 9 of picture 0, expected 0 to 1: that is as far as y_train goes");
    }

    [Fact]
    public async Task Counts_that_differ_are_reported()
    {
        Write(Npy("|u1", "(2,)", [0, 1]), Npy("|u1", "(1,)", [0]));
        await FailsAsync("m.npz: y_train has 2 labels, but x_train has 3 pictures");
    }

    [Fact]
    public async Task Labels_that_are_no_integers_are_reported()
    {
        Write(Npy("<f4", "(3,)", new byte[12]), Npy("|u1", "(1,)", [0]));
        await FailsAsync("m.npz: y_train is <f4 of (3), expected integers of (N)");
    }

    [Fact]
    public async Task A_short_array_is_reported()
    {
        Write(Npy("|u1", "(3,)", [0, 1]), Npy("|u1", "(1,)", [0]));
        await FailsAsync("m.npz: y_train: 2 bytes of data, expected 3 for shape (3) of |u1");
    }

    [Fact]
    public async Task A_missing_array_is_named()
    {
        _project.Write("m.npz", Zip(("x_train", [1])));
        await FailsAsync("m.npz: x_train: not a NumPy array, expected one saved by numpy.save");
        _project.Write("m.npz", Zip(("other", [1])));
        await FailsAsync("m.npz: no x_train, expected x_train, y_train, x_test and y_test as Keras saves them");
    }

    [Fact]
    public async Task A_corrupt_zip_is_told_wherever_it_is_broken()
    {
        Write(Npy("|u1", "(3,)", [0, 1, 0]), Npy("|u1", "(1,)", [0]));
        var whole = await File.ReadAllBytesAsync(_project.PathOf("m.npz"), TestContext.Current.CancellationToken);
        const string Expected = "m.npz: corrupt or incomplete zip; fetch the archive again";

        _project.Write("m.npz", whole[..(whole.Length / 2)]);
        await FailsAsync(Expected);
        _project.Write("m.npz", "no zip at all");
        await FailsAsync(Expected);

        // A stored (not compressed) entry has no check of its own but the CRC.
        var changed = whole.ToArray();
        changed[whole.AsSpan().IndexOf("NUMPY"u8) + 9] ^= 0xff;
        _project.Write("m.npz", changed);
        await FailsAsync(Expected);
    }

    private static byte[] Npy(string type, string shape, byte[] data)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. data];
    }

    private static byte[] LabelBytes(string type, int size, params byte[] labels)
    {
        var bytes = new byte[labels.Length * size];
        for (var i = 0; i < labels.Length; i++)
        {
            bytes[(i * size) + (type[0] == '>' ? size - 1 : 0)] = labels[i];
        }

        return bytes;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] arrays)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in arrays)
            {
                using var entry = zip.CreateEntry(name + ".npy", CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private void Write(byte[] trainLabels, byte[] testLabels) => _project.Write("m.npz", Zip(
        ("x_train", Npy("|u1", "(3, 2, 2)", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
        ("y_train", trainLabels),
        ("x_test", Npy("|u1", "(1, 2, 2)", [1, 2, 3, 4])),
        ("y_test", testLabels)));

    private Task<ImageDataset> LoadAsync() =>
        new KerasArchiveSource(_project.PathOf("m.npz"), "mnist", _project.Folder).LoadAsync(TestContext.Current.CancellationToken);

    private async Task FailsAsync(string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Equal(message, exception.Message);
    }
}
