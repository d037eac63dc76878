using System.IO.Compression;
using System.Text;
using CsCheck;
using Glassy.Datasets;
using Glassy.Datasets.Options;
using Glassy.Imaging;

namespace Glassy.Tests.Datasets;

public sealed class NumpySourceTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private string? _path;

    private const string Expected =
        "expected x_train, y_train, x_test and y_test as Keras saves them, train_images, train_labels … as MedMNIST does, or images and labels";

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
        await FailsAsync($"m.npz: x_train are not one array of pictures and one of labels; {Expected}");
        _project.Write("m.npz", Zip(("x_train", [1]), ("y_train", [1])));
        await FailsAsync("m.npz: x_train: not a NumPy array, expected one saved by numpy.save");
        _project.Write("m.npz", Zip(("other", [1])));
        await FailsAsync($"m.npz: no arrays of pictures and labels among other; {Expected}");
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

    [Fact]
    public async Task MedMNISTs_archive_has_a_validation_split_and_labels_in_columns()
    {
        _project.Write("m.npz", Zip(
            ("train_images", Npy("|u1", "(2, 1, 2, 3)", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
            ("val_images", Npy("|u1", "(1, 1, 2, 3)", [21, 22, 23, 24, 25, 26])),
            ("test_images", Npy("|u1", "(1, 1, 2, 3)", [31, 32, 33, 34, 35, 36])),
            ("train_labels", Npy("|u1", "(2, 1)", [0, 1])),
            ("val_labels", Npy("|u1", "(1, 1)", [1])),
            ("test_labels", Npy("|u1", "(1, 1)", [0])),
            ("extra", Npy("|u1", "(1,)", [0]))));

        var dataset = await LoadAsync();

        Assert.Equal(new ImageShape(1, 2, 3), dataset.Train.Shape);
        Assert.Equal([7, 8, 9, 10, 11, 12], dataset.Train.Image(1).ToArray());
        Assert.Equal([21, 22, 23, 24, 25, 26], dataset.Validation?.Pixels);
        Assert.Equal([31, 32, 33, 34, 35, 36], dataset.Test.Pixels);
        Assert.Equal(
            "m.npz: 1 array is left out, which are called neither pictures nor labels: extra", Assert.Single(dataset.Remarks).Text);
    }

    [Fact]
    public async Task Arrays_in_a_folder_that_are_not_split_are_split()
    {
        var labels = Enumerable.Range(0, 10).Select(i => (byte)(i / 5)).ToArray();
        _project.Write("arrays/images.npy", Npy("|u1", "(10, 4)", [.. Enumerable.Range(0, 40).Select(i => (byte)i)]));
        _project.Write("arrays/labels.npy", Npy("|u1", "(10,)", labels));
        _project.Write("arrays/class_names.npy", Npy("<U3", "(2,)", [.. Encoding.UTF32.GetBytes("catdog")]));
        _path = _project.PathOf("arrays");

        var dataset = await LoadAsync();

        Assert.True(NumpySource.Recognises(_path));
        Assert.Equal(["cat", "dog"], dataset.Classes);
        Assert.Equal(new ImageShape(2, 2, 1), dataset.Train.Shape);
        Assert.Equal([4, 4], dataset.Train.CountPerClass(2));
        Assert.Equal([1, 1], dataset.Test.CountPerClass(2));
        Assert.Equal(
            "arrays comes without a test split: 2 of its 10 pictures are held out for test, 20 % of each class (dataset.split: { test: 0.2, seed: 1 })",
            Assert.Single(dataset.Remarks).Text);
    }

    [Theory]
    [InlineData("<f4", 0f, 0.5f, 1f, new byte[] { 0, 128, 255 })]
    [InlineData("<f4", 0f, 100f, 255f, new byte[] { 0, 100, 255 })]
    public async Task Floats_become_levels_by_their_range_and_it_is_said(string type, float a, float b, float c, byte[] levels)
    {
        _project.Write("m.npz", Zip(
            ("x_train", Npy(type, "(1, 1, 3)", [.. BitConverter.GetBytes(a), .. BitConverter.GetBytes(b), .. BitConverter.GetBytes(c)])),
            ("y_train", Npy("|u1", "(1,)", [0])),
            ("x_test", Npy("|u1", "(1, 3, 1)", [1, 2, 3])),
            ("y_test", Npy("|u1", "(1,)", [0]))));
        await FailsAsync("m.npz: pictures of 1×3 with m.npz: y_test, but of 3×1 with m.npz: y_train; all need one size");

        _project.Write("m.npz", Zip(
            ("x_train", Npy(type, "(1, 1, 3)", [.. BitConverter.GetBytes(a), .. BitConverter.GetBytes(b), .. BitConverter.GetBytes(c)])),
            ("y_train", Npy("|u1", "(1,)", [0])),
            ("x_test", Npy("|u1", "(1, 1, 3)", [1, 2, 3])),
            ("y_test", Npy("|u1", "(1,)", [0]))));
        var dataset = await LoadAsync();
        Assert.Equal(levels, dataset.Train.Pixels);
        Assert.StartsWith("m.npz: x_train is <f4: its numbers from 0 to ", Assert.Single(dataset.Remarks).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Normalised_pictures_are_refused()
    {
        _project.Write(
            "m.npz", Zip(("x_train", Npy("<f4", "(1, 1, 1)", BitConverter.GetBytes(-1f))), ("y_train", Npy("|u1", "(1,)", [0]))));
        await FailsAsync(
            "m.npz: x_train has numbers from -1 to -1, expected 0 to 1, 0 to 255, or whole numbers from 0; save the pictures without normalisation");
    }

    [Fact]
    public async Task One_hot_labels_are_classes()
    {
        Write(Npy("<f4", "(3, 2)", [.. new[] { 0f, 1f, 1f, 0f, 0f, 1f }.SelectMany(BitConverter.GetBytes)]), Npy("|u1", "(1,)", [0]));
        var dataset = await LoadAsync();
        Assert.Equal([1, 0, 1], dataset.Train.Labels);
        Write(Npy("|u1", "(3, 2)", [0, 1, 1, 1, 0, 1]), Npy("|u1", "(1,)", [0]));
        await FailsAsync(
            "m.npz: y_train is |u1 of (3, 2) with more than one class, or another number than 1, in row 1, expected one class a picture");
    }

    [Fact]
    public async Task Colours_that_lie_one_after_the_other_are_brought_together()
    {
        _project.Write("m.npz", Zip(
            ("x_train", Npy("|u1", "(1, 3, 1, 2)", [1, 2, 3, 4, 5, 6])), ("y_train", Npy("|u1", "(1,)", [0])),
            ("x_test", Npy("|u1", "(1, 3, 1, 2)", [1, 2, 3, 4, 5, 6])), ("y_test", Npy("|u1", "(1,)", [0]))));
        var dataset = await LoadAsync();
        Assert.Equal([1, 3, 5, 2, 4, 6], dataset.Train.Pixels);
    }

    [Fact]
    public async Task A_header_that_claims_more_than_is_there_takes_no_memory()
    {
        _project.Write("m.npz", Zip(("x_train", Npy("|u1", "(2000000, 1000, 1000)", [1])), ("y_train", Npy("|u1", "(1,)", [0]))));
        var before = GC.GetTotalAllocatedBytes();
        await FailsAsync(
            "m.npz: x_train: 1 bytes of data, expected 2,000,000,000,000 for shape (2000000, 1000, 1000) of |u1, and at most the 2 GB that fit into memory at once");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000); // other tests run at the same time
    }

    [Fact]
    public async Task A_zip_whose_directory_claims_more_than_it_can_pack_is_refused()
    {
        var zip = Zip(("x_train", Npy("|u1", "(1, 1, 1)", [1])), ("y_train", Npy("|u1", "(1,)", [0])));
        var directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(zip.AsSpan(directory + 24), 1_000_000_000); // the uncompressed size of the first entry (APPNOTE 4.3.12)
        _project.Write("m.npz", zip);
        await FailsAsync(
            $"m.npz: x_train says 1,000,000,000 bytes of which {Npy("|u1", "(1, 1, 1)", [1]).Length} are there, more than a zip can pack; fetch the archive again");
    }

    [Fact]
    public void A_damaged_archive_is_a_dataset_or_one_sentence()
    {
        Write(Npy("|u1", "(3,)", [0, 1, 0]), Npy("|u1", "(1,)", [0]));
        var good = File.ReadAllBytes(_project.PathOf("m.npz"));
        Gen.Select(Gen.Int[0, good.Length], Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[0, 4]).Sample((length, changes) =>
        {
            var damaged = good.ToArray();
            foreach (var (at, value) in changes)
            {
                damaged[at] = value;
            }

            _project.Write("m.npz", damaged[..Math.Max(length, good.Length * (changes.Length % 2))]);
            try
            {
                LoadAsync().GetAwaiter().GetResult(); // CsCheck's samples are synchronous
            }
            catch (InvalidDataException exception)
            {
                Assert.Matches("^m.npz: [^\n]+$", exception.Message);
            }
        }, iter: 3000, threads: 1);
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
        new NumpySource(_path ?? _project.PathOf("m.npz"), null, new DatasetOptions(), _project.Folder).LoadAsync(
            TestContext.Current.CancellationToken);

    private async Task FailsAsync(string message)
    {
        var exception = await Assert.ThrowsAsync<InvalidDataException>(LoadAsync);
        Assert.Equal(message, exception.Message);
    }
}
