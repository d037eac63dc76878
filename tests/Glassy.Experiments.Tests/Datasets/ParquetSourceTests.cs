using CsCheck;
using Glassy.Datasets;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Imaging;
using Glassy.Progress;
using Parquet;
using Parquet.Schema;

namespace Glassy.Tests.Datasets;

public sealed class ParquetSourceTests : IDisposable
{
    private const string Names =
        """{"info": {"features": {"image": {"_type": "Image"}, "label": {"names": ["cat", "dog", "owl"], "_type": "ClassLabel"}}}}""";

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Files_of_Hugging_Face_are_read_with_their_classes_and_splits()
    {
        await WriteAsync("pets/data/train-00000-of-00002.parquet", Names, (10, 0), (20, 1));
        await WriteAsync("pets/data/train-00001-of-00002.parquet", Names, (30, 1));
        await WriteAsync("pets/data/validation-00000-of-00001.parquet", Names, (40, 0));
        await WriteAsync("pets/data/test-00000-of-00001.parquet", Names, (50, 2));

        var dataset = await LoadAsync("pets");

        Assert.Equal(["cat", "dog", "owl"], dataset.Classes);
        Assert.Equal([10, 20, 30], Firsts(dataset.Train));
        Assert.Equal([0, 1, 1], dataset.Train.Labels);
        Assert.Equal([40], Firsts(dataset.Validation!)); // it has one
        Assert.Equal([50], Firsts(dataset.Test));
        Assert.Equal([2], dataset.Test.Labels);
        Assert.Equal("pets", dataset.Name);
    }

    [Fact]
    public async Task One_file_without_names_is_split_by_the_labels_that_it_has()
    {
        await WriteAsync("all.parquet", null, [.. Enumerable.Range(0, 10).Select(i => (i, 5L + (i % 2)))]);

        var dataset = await LoadAsync("all.parquet");

        Assert.Equal(["5", "6"], dataset.Classes);
        Assert.Equal([4, 4], dataset.Train.CountPerClass(2));
        Assert.Equal([1, 1], dataset.Test.CountPerClass(2));
        Assert.StartsWith("all.parquet comes without a test split", Assert.Single(dataset.Remarks).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_beyond_the_names_is_told()
    {
        await WriteAsync("all.parquet", Names, (1, 0), (2, 3));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync("all.parquet"));
        Assert.Equal("all.parquet: row 1: label 3, expected 0 to 2: that is how many classes the file's metadata names", exception.Message);
    }

    [Fact]
    public async Task A_damaged_file_is_a_dataset_or_one_sentence()
    {
        await WriteAsync("all.parquet", Names, [.. Enumerable.Range(0, 6).Select(i => (i, i % 3L))]);
        var good = await File.ReadAllBytesAsync(_project.PathOf("all.parquet"), TestContext.Current.CancellationToken);
        Gen.Select(Gen.Int[0, good.Length], Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[0, 4]).Sample((length, changes) =>
        {
            var damaged = good.ToArray();
            foreach (var (at, value) in changes)
            {
                damaged[at] = value;
            }

            _project.Write("all.parquet", damaged[..Math.Max(length, good.Length * (changes.Length > 0 ? 1 : 0))]);
            try
            {
                LoadAsync("all.parquet").GetAwaiter().GetResult(); // CsCheck's samples are synchronous
            }
            catch (InvalidDataException exception)
            {
                Assert.Matches("^all.parquet: [^\n]+$", exception.Message);
            }
            catch (DiagnosticException exception)
            {
                Assert.All(exception.Diagnostics, diagnostic => Assert.Matches("^all.parquet: [^\n]+$", diagnostic.Message));
            }
        }, iter: 2000, threads: 1);
    }

    private async Task WriteAsync(string file, string? metadata, params (int Level, long Label)[] rows)
    {
        var (bytes, path, label) = (
            new DataField("bytes", typeof(byte[]), isNullable: true),
            new DataField("path", typeof(string), isNullable: true),
            new DataField<long>("label", nullable: true));
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(new StructField("image", bytes, path), label), stream))
        {
            if (metadata is not null)
            {
                writer.CustomMetadata = new Dictionary<string, string> { ["huggingface"] = metadata };
            }

            using var group = writer.CreateRowGroup();
            await group.WriteAsync(
                bytes, rows.Select(row => Png.Encode([.. Enumerable.Repeat((byte)row.Level, 6)], new ImageShape(2, 3, 1))).ToList());
            await group.WriteAsync(path, rows.Select((_, i) => $"{i}.png").ToList());
            await group.WriteAsync<long>(label, rows.Select(row => (long?)row.Label).ToArray().AsMemory());
        }

        _project.Write(file, stream.ToArray());
    }

    private static IReadOnlyList<int> Firsts(LabeledImages images) =>
        [.. Enumerable.Range(0, images.Count).Select(i => (int)images.Image(i).Span[0])];

    private Task<ImageDataset> LoadAsync(string path) =>
        new ParquetSource(_project.PathOf(path), new DatasetOptions(), _project.Folder, NoProgress.Instance).LoadAsync(
            TestContext.Current.CancellationToken);
}
