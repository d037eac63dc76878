using System.IO.Compression;
using System.Text;
using Glassy.Foreign;
using Glassy.Metrics;
using Parquet;
using Parquet.Schema;

namespace Glassy.Tests.Foreign;

/// <summary>The same predictions in every form that a table may have.</summary>
public sealed class TableFormTests : IDisposable
{
    private static readonly string[] Files = ["test/dog/10.png", "test/cat/1.png", "test/dog/1.png", "test/cat/2.png"];
    private static readonly float[] Cat = [0.25f, 0.75f, 0.5f, 0.125f];
    private readonly PredictionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    public static TheoryData<string, string> Texts => new()
    {
        { "p.csv", Table(",", "\n") },
        { "crlf.csv", Table(",", "\r\n") },
        { "semicolons.csv", Table(";", "\n") },
        { "decimal-commas.csv", Table(";", "\n").Replace(";0.", ";0,", StringComparison.Ordinal) },
        { "commas-in-the-head.csv", Table(";", "\n")
            .Replace("\n", ";x\n", StringComparison.Ordinal)
            .Replace("dog;x", "dog;\"seen by a, b, c, d and e\"", StringComparison.Ordinal) },
        { "decimal-commas.tsv", Table("\t", "\n").Replace("\t0.", "\t0,", StringComparison.Ordinal) },
        { "p.tsv", Table("\t", "\n") },
        { "mark.csv", "\uFEFF" + Table(",", "\n") },
        { "open.csv", Table(",", "\n").TrimEnd('\n') },
        { "quoted.csv", Table("\",\"", "\"\n\"")[..^1].Insert(0, "\"") },
        { "blanks.csv", Table(" , ", "\n\n") },
        { "p.jsonl", string.Concat(Files.Zip(
            Cat, (file, cat) => FormattableString.Invariant($"{{\"file\": \"{file}\", \"cat\": {cat}, \"dog\": {1 - cat}}}\n"))) },
        { "p.ndjson", string.Concat(Files.Zip(Cat, (file, cat) =>
            FormattableString.Invariant($"{{\"probabilities\": {{\"cat\": {cat}, \"dog\": {1 - cat}}}, \"file\": \"{file}\"}}\r\n\r\n"))) },
        { "list.jsonl", string.Concat(
            Files.Zip(Cat, (file, cat) => FormattableString.Invariant($"{{\"file\": \"{file}\", \"scores\": [{cat}, {1 - cat}]}}\n"))) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_table_says_the_same_in_each_form_of_text(string name, string text) =>
        AssertSame(await _fixture.ReadAsync(text, name));

    [Fact]
    public async Task Arrays_of_NumPy_say_the_same()
    {
        AssertSame(await _fixture.ReadAsync(
            Zip(("file", Npy("<U20", "(4,)", Utf32(Files, 20))), ("probabilities", Npy("<f4", "(4, 2)", Rows()))), "p.npz"));
        AssertSame(await _fixture.ReadAsync(
            Zip(("files", Npy("|S16", "(4,)", Ascii(Files, 16))), ("scores", Npy("<f4", "(4, 2)", Columns(), fortran: true))), "p.npz"));

        var logits = await _fixture.ReadAsync(
            Npy("<f8", "(4, 2)", [.. new double[] { 1, 0, 9, -9, 0, 5, -1, 2 }.SelectMany(BitConverter.GetBytes)]), "p.npy");
        Assert.Equal((ScoreKind.Logits, "cat cat dog dog"), (logits.Scores, PredictionFixture.AnswersOf(logits)));
        var halves = await _fixture.ReadAsync(
            Npy(">f2", "(4, 2)", [.. new[] { 1, 0, 1, 0, 0, 1, .5, .5 }.SelectMany(value => BitConverter.GetBytes((Half)value).Reverse())]),
            "p.npy");
        Assert.Equal("cat cat dog cat", PredictionFixture.AnswersOf(halves));
        var answers = await _fixture.ReadAsync(
            Npy("<i8", "(4,)", [.. new long[] { 1, 0, 0, 1 }.SelectMany(BitConverter.GetBytes)]), "p.npy");
        Assert.Equal((null, "dog cat cat dog"), (answers.Scores, PredictionFixture.AnswersOf(answers)));
    }

    [Fact]
    public async Task Scores_in_an_array_called_logits_are_logits_and_need_not_be_recognised()
    {
        var read = await _fixture.ReadAsync(Zip(("logits", Npy("<f4", "(4, 2)", Rows()))), "p.npz");

        Assert.Equal((ScoreKind.Logits, true), (read.Scores, read.AreScoresDeclared));
    }

    [Fact]
    public async Task Parquet_says_the_same()
    {
        var (file, cat, dog) = (new DataField<string>("file"), new DataField<float>("cat"), new DataField<double>("prob_dog"));
        AssertSame(await _fixture.ReadAsync(await ParquetAsync(new ParquetSchema(file, cat, dog), async group =>
        {
            await group.WriteAsync(file, Files);
            await group.WriteAsync<float>(cat, Cat);
            await group.WriteAsync<double>(dog, Cat.Select(value => 1.0 - value).ToArray());
        }), "p.parquet"));
    }

    [Fact]
    public async Task What_is_no_column_of_numbers_or_texts_is_left_alone_and_named()
    {
        var arrays = await _fixture.ReadAsync(
            Zip(
                ("embeddings", Npy("<f4", "(4, 3)", new byte[48])),
                ("class_names", Npy("<U3", "(2,)", Utf32(["cat", "dog"], 3))),
                ("age", Npy("|u1", "(4,)", [1, 2, 3, 4])),
                ("files", Npy("<U20", "(4,)", Utf32(Files, 20))),
                ("probabilities", Npy("<f4", "(4, 2)", Rows()))),
            "p.npz");
        AssertSame(arrays);
        Assert.Equal(["embeddings", "class_names"], arrays.Unread);
        Assert.Equal(["2", "4", "3", "1"], Assert.Single(arrays.Attributes).Values);

        var (index, predicted, time) = (new DataField<int>("index"), new DataField<string>("predicted"), new DataField<DateTime>("time"));
        var parquet = await _fixture.ReadAsync(
            await ParquetAsync(new ParquetSchema(index, predicted, time), async group =>
            {
                await group.WriteAsync<int>(index, new[] { 0, 1, 2, 3 });
                await group.WriteAsync(predicted, new[] { "cat", "cat", "dog", "dog" });
                await group.WriteAsync<DateTime>(time, new DateTime[4]);
            }),
            "p.parquet");
        Assert.Equal(("cat cat dog dog", "time"), (PredictionFixture.AnswersOf(parquet), Assert.Single(parquet.Unread)));
    }

    [Fact]
    public async Task Nothing_in_a_cell_of_Parquet_is_said()
    {
        var (index, predicted) = (new DataField<long>("index"), new DataField<string>("predicted"));
        var content = await ParquetAsync(new ParquetSchema(index, predicted), async group =>
        {
            await group.WriteAsync<long>(index, new long[] { 0, 1, 2, 3 });
            await group.WriteAsync(predicted, new[] { "cat", null!, "dog", null! });
        });

        Assert.Equal(
            "p.parquet: row 2: `predicted` is empty, expected one of the classes cat, dog (the first of 2 such rows)",
            await _fixture.MistakesInAsync(content, "p.parquet"));
    }

    [Theory]
    [InlineData("{\"file\": \"a\"\n", "p.jsonl:1:13: is no JSON object; expected one whole object on each line")]
    [InlineData(
        "[{\"file\": \"a\"}]\n",
        "p.jsonl:1: expected an object on each line, and not one array over all (pandas: orient=\"records\", lines=True)")]
    [InlineData("", "p.jsonl: is empty, expected an object a line, such as {\"file\": \"test/cat/1.png\", \"predicted\": \"cat\"}")]
    [InlineData(
        "{\"index\": 0, \"predicted\": \"cat\"}\n\n{\"index\": 1}\n",
        "p.jsonl:3: has no 'predicted', which the first object has; all need the same members")]
    [InlineData(
        "{\"index\": 0, \"predicted\": \"cat\"}\n{\"index\": 1, \"predicted\": \"cat\", \"age\": 3}\n",
        "p.jsonl:2: has 'age', which the first object has not; all need the same members")]
    [InlineData("{\"index\": 0, \"logits\": [1, 2, 3]}\n", "p.jsonl:1: 3 scores a picture, expected 2, one a class: cat, dog")]
    [InlineData(
        "{\"index\": 0, \"logits\": [1, 2]}\n{\"index\": 1, \"logits\": [1, null]}\n",
        "p.jsonl:2: the cell of class 'dog' is empty, expected a number")]
    public async Task JSON_that_does_not_do_is_said_with_its_line(string text, string message) =>
        Assert.Equal(message, await _fixture.MistakesInAsync(text, "p.jsonl"));

    [Fact]
    public async Task What_is_wrong_with_arrays_is_said()
    {
        Assert.Equal(
            "p.npz: corrupt or incomplete, expected a zip of arrays as numpy.savez writes it; write it again",
            await _fixture.MistakesInAsync("PK", "p.npz"));
        Assert.Equal(
            "p.npy: not a NumPy array, expected one saved by numpy.save", await _fixture.MistakesInAsync("no array at all", "p.npy"));
        await SaysAsync("p.npz: 'scores' is of (1, 2, 2), expected (N, classes)", Zip(("scores", Npy("<f4", "(1, 2, 2)", new byte[16]))));
        await SaysAsync(
            "p.npz: 'label' is of (2, 2), expected (N)",
            Zip(("label", Npy("|u1", "(2, 2)", new byte[4])), ("scores", Npy("<f4", "(2, 2)", new byte[16]))));
        await SaysAsync(
            "p.npz: 'index' has 4 rows, expected 2 as the others",
            Zip(("index", Npy("|u1", "(4,)", [0, 1, 2, 3])), ("scores", Npy("<f4", "(2, 2)", new byte[16]))));
        await SaysAsync(
            "p.npz: 'logits' and 'scores' both have a column a class; leave one out",
            Zip(("logits", Npy("<f4", "(2, 2)", new byte[16])), ("scores", Npy("<f4", "(2, 2)", new byte[16]))));
        await SaysAsync("p.npz: holds no array, expected file or index, label, predicted, or one of probabilities, logits, scores", Zip());
        await SaysAsync(
            "p.npz: row 5: more rows than the 4 test pictures of 'pets', which they follow in order",
            Zip(("predicted", Npy("|u1", "(5,)", [0, 1, 0, 1, 0]))));
        await SaysAsync(
            "p.npz: file: elements of type |O (pickled Python objects, which are not read), expected numbers or texts; convert them, such as by .astype(str) or .astype('float32')",
            Zip(("file", Npy("|O", "(4,)", new byte[32]))));
        await SaysAsync("p.npz: scores: dimension 2147483648 is too large", Zip(("scores", Npy("<f4", "(2147483648, 2)", new byte[4]))));
        await SaysAsync(
            "p.npz: scores: 4 bytes of data, expected 16,000,000,000 for shape (2000000000, 2) of <f4, and at most the 2 GB that fit into memory at once",
            Zip(("scores", Npy("<f4", "(2000000000, 2)", new byte[4]))));

        async Task SaysAsync(string message, byte[] content) => Assert.Equal(message, await _fixture.MistakesInAsync(content, "p.npz"));
    }

    [Fact]
    public async Task What_is_no_Parquet_is_said() =>
        Assert.Equal(
            "p.parquet: is no whole Parquet file, or one that this program cannot read; write it again",
            await _fixture.MistakesInAsync("PAR1 and no more", "p.parquet"));

    [Fact]
    public async Task A_file_that_ends_anywhere_is_a_sentence_or_read()
    {
        var content = Zip(("file", Npy("<U20", "(4,)", Utf32(Files, 20))), ("probabilities", Npy("<f4", "(4, 2)", Rows())));
        for (var length = 0; length < content.Length; length += 7)
        {
            Assert.StartsWith("p.npz", await _fixture.MistakesInAsync(content[..length], "p.npz"), StringComparison.Ordinal);
        }
    }

    private static void AssertSame(ForeignPredictions read)
    {
        Assert.Equal("cat dog cat dog", PredictionFixture.AnswersOf(read)); // the lower index among equals
        Assert.Equal([0.75, 0.125, 0.5, 0.25], read.Predictions.Select(prediction => Math.Round(prediction.ProbabilityOf(0), 6)));
        Assert.Equal(ScoreKind.Probabilities, read.Scores);
    }

    private static string Table(string separator, string end) => string.Join(separator, "file", "cat", "dog") + end
        + string.Concat(Files.Zip(Cat, (file, cat) => FormattableString.Invariant($"{file}{separator}{cat}{separator}{1 - cat}{end}")));

    private static byte[] Rows() => [.. Cat.SelectMany(cat => new[] { cat, 1 - cat }).SelectMany(BitConverter.GetBytes)];

    private static byte[] Columns() => [.. Cat.Concat(Cat.Select(cat => 1 - cat)).SelectMany(BitConverter.GetBytes)];

    private static byte[] Utf32(string[] texts, int length) =>
        [.. texts.SelectMany(text => Encoding.UTF32.GetBytes(text.PadRight(length, '\0')))];

    private static byte[] Ascii(string[] texts, int length) =>
        [.. texts.SelectMany(text => Encoding.ASCII.GetBytes(text.PadRight(length, '\0')))];

    private static byte[] Npy(string type, string shape, byte[] data, bool fortran = false)
    {
        var header = Encoding.ASCII.GetBytes(
            $"{{'descr': '{type}', 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. header, .. data];
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] arrays)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in arrays)
            {
                using var entry = zip.CreateEntry(name + ".npy", CompressionLevel.NoCompression).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static async Task<byte[]> ParquetAsync(ParquetSchema schema, Func<ParquetRowGroupWriter, Task> writeAsync)
    {
        using var memory = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(schema, memory, cancellationToken: TestContext.Current.CancellationToken))
        {
            using var group = writer.CreateRowGroup();
            await writeAsync(group);
        }

        return memory.ToArray();
    }
}
