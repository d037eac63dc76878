using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Publishing;

namespace Glassy.Tests.Pipelines;

/// <summary>What a built site offers for download, and whether its pages say the same.</summary>
public sealed class PublishedResultsTests : IDisposable
{
    private const string WriteUp = """
        # Results

        <span data-figure="accuracy.value">{{ run.accuracy | percent }}</span> <span data-figure="logLoss">{{ report.log_loss | number 4 }}</span>
        <span data-figure="accuracy.interval">{{ report.accuracy_interval }}</span> <span data-figure="cohenKappa">{{ report.kappa | number 3 }}</span>
        <span data-figure="confusedPairs.0.rate.value">{{ report.most_confused_rate | percent 1 }}</span>
        <span data-figure="labelNotes.accuracy.corrected.value">{{ report.corrected_accuracy | percent }}</span>
        [results](/results.json), [predictions](/predictions.csv), [the same](/predictions.parquet), [weights](/weights.safetensors), [card](/model-card.md), [schema](/results.schema.json)

        <Headline />
        <Figures />
        <ClassReport />
        <RecallBars />
        <ConfusedPairs />
        <Calibration />
        <ConfidenceHistogram />
        <LabelNotes />
        <FirstLayerWeights />
        <LearningCurve />
        <ConfusionMatrix errors="./index.md" />
        <ErrorsExplorer />
        """;

    private const string Notes =
        "source: Gardeners\nnotes:\n  - { index: 0, given: blue sky, consensus: rose }\n  - { index: 7, given: grass, verdict: neither }\n";

    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_figure_on_the_site_is_the_one_in_results_json()
    {
        _project.Write("input/index.md", WriteUp);
        _project.Write("data/datasets/flowers/label-notes.yml", Notes);

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        var page = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        var marked = page.QuerySelectorAll("[data-figure]").ToList();
        Assert.InRange(marked.Count, 20, 90);
        Assert.All(marked, element => AssertSame(element.GetAttribute("data-figure")!, element.TextContent, results)); // selected by it
        AssertClassReport(page, results);
        AssertPairs(page, results);
        AssertMatrix(page, results);
        Assert.Equal(
            ["results.json", "predictions.csv", "predictions.parquet", "weights.safetensors", "model-card.md"],
            page.QuerySelectorAll(".foot a[href*='/']").Take(5)
                .Select(a => a.GetAttribute("href")!.TrimStart('.', '/')));
        Assert.Equal("?", page.QuerySelector(".doubt")!.TextContent);
    }

    [Fact]
    public async Task The_weights_open_by_the_formats_own_specification()
    {
        _project.Write("input/index.md", "# Page\n");
        await BuiltProject.BuildAsync(_project.Root);

        // https://huggingface.co/docs/safetensors: u64 length, JSON that begins with "{", offsets from its end, no holes, no more.
        var file = File.ReadAllBytes(Path.Combine(_project.Root, "output", "weights.safetensors"));
        var length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.InRange(length, 2UL, 100_000_000UL);
        Assert.Equal((byte)'{', file[8]);
        using var header = JsonDocument.Parse(Encoding.UTF8.GetString(file, 8, (int)length));
        var entries = header.RootElement.EnumerateObject().ToList();
        Assert.Equal(entries.Count, entries.Select(entry => entry.Name).Distinct().Count());
        Assert.All(
            entries.Single(entry => entry.Name == "__metadata__").Value.EnumerateObject(),
            pair => Assert.Equal(JsonValueKind.String, pair.Value.ValueKind));
        var end = 0L;
        foreach (var tensor in entries
            .Where(entry => entry.Name != "__metadata__")
            .Select(entry => entry.Value)
            .OrderBy(t => t.GetProperty("data_offsets")[0].GetInt64()))
        {
            Assert.Equal(["dtype", "shape", "data_offsets"], tensor.EnumerateObject().Select(member => member.Name));
            Assert.Equal("F32", tensor.GetProperty("dtype").GetString());
            Assert.Equal(end, tensor.GetProperty("data_offsets")[0].GetInt64());
            end += tensor.GetProperty("shape").EnumerateArray().Aggregate(4L, (bytes, size) => bytes * size.GetInt64());
            Assert.Equal(end, tensor.GetProperty("data_offsets")[1].GetInt64());
        }

        Assert.Equal(file.Length, 8 + (long)length + end);
    }

    [Fact]
    public async Task Who_reads_the_published_predictions_as_a_recipes_comes_to_the_same_figures()
    {
        _project.Write("input/index.md", "# Page\n");
        await BuiltProject.BuildAsync(_project.Root);
        var (results, csv, parquet) = (
            JsonDocument.Parse(_project.Read("output/results.json")).RootElement, Output("predictions.csv"), Output("predictions.parquet"));
        var rows = Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("index,file,label,predicted,correct,prob_blue sky,prob_grass,prob_rose", rows[0]);
        Assert.StartsWith("0,test/blue sky/000.png,blue sky,", rows[1], StringComparison.Ordinal);
        Assert.Equal(15, rows.Length - 1);
        Assert.Equal(
            results.GetProperty("accuracy").GetProperty("successes").GetInt32(),
            rows.Count(row => row.Contains(",true,", StringComparison.Ordinal)));

        _project.Write("own.csv", csv);
        _project.Write("own.parquet", parquet);
        _project.Write(
            "glassy.yml",
            "dataset: flowers\nruns:\n  - { name: csv, predictions: own.csv }\n  - { name: parquet, predictions: own.parquet }\n");
        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        var again = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Equal($"{results.GetProperty("confusionMatrix")}", $"{again.GetProperty("confusionMatrix")}");
        // of rounded probabilities
        Assert.Equal(results.GetProperty("logLoss").GetDouble(), again.GetProperty("logLoss").GetDouble(), 1e-3);
        Assert.Equal(results.GetProperty("logLoss").GetDouble(), again.GetProperty("runs")[1].GetProperty("logLoss").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task The_packed_predictions_are_those_that_results_json_names_and_give_its_counts_again()
    {
        _project.Write("input/index.md", "# Page\n");
        await BuiltProject.BuildAsync(_project.Root);
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        var named = results.GetProperty("packedPredictions");
        var file = Output(named.GetProperty("file").GetString()!); // the schema has it

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), named.GetProperty("sha256").GetString());
        Assert.Equal(file.Length, named.GetProperty("bytes").GetInt32());
        Assert.Equal(PackedPredictions.WriteScript(file), Output(named.GetProperty("script").GetString()!));
        var packed = PackedPredictions.Read(file, "predictions-packed.bin");
        var counts = packed.Labels.Zip(packed.Answers).CountBy(pair => pair).ToDictionary();
        Assert.Equal(
            [.. results
                .GetProperty("confusionMatrix")
                .EnumerateArray()
                .SelectMany(row => row.EnumerateArray().Select(cell => cell.GetInt32()))],
            Enumerable.Range(0, 3).SelectMany(truth => Enumerable.Range(0, 3).Select(answer => counts.GetValueOrDefault((truth, answer)))));
        Assert.Equal(results.GetProperty("logLoss").GetDouble(), packed.Scores!.Losses.Average(), 1e-3);
    }

    [Fact]
    public async Task Predictions_are_published_with_the_same_bytes_again()
    {
        _project.Write("input/index.md", "# Page\n");
        await BuiltProject.BuildAsync(_project.Root);
        var (csv, parquet) = (Output("predictions.csv"), Output("predictions.parquet"));

        Directory.Delete(Path.Combine(_project.Root, ".cache"), recursive: true);
        await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal(csv, Output("predictions.csv"));
        Assert.Equal(parquet, Output("predictions.parquet"));
    }

    private byte[] Output(string file) => File.ReadAllBytes(Path.Combine(_project.Root, "output", file));

    [Fact]
    public async Task A_note_that_does_not_fit_the_dataset_keeps_the_site_from_being_written()
    {
        _project.Write("input/index.md", "# Page\n");
        _project.Write(
            "data/datasets/flowers/label-notes.yml",
            Notes.Replace("index: 7, given: grass", "index: 70, given: grass", StringComparison.Ordinal));

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(built.Failed);
        Assert.Contains(
            "data/datasets/flowers/label-notes.yml:4:14: `index: 70`: a whole number from 0 to 14 was expected",
            built.Errors,
            StringComparison.Ordinal);
        Assert.Empty(_project.Files("output", "*.html"));
    }

    private static void AssertClassReport(IParentNode page, JsonElement results)
    {
        var rows = page.QuerySelectorAll("[aria-label='Class report'] tbody tr").ToList();
        Assert.Equal(results.GetProperty("classes").GetArrayLength(), rows.Count);
        foreach (var (row, expected) in rows.Zip(results.GetProperty("classes").EnumerateArray()))
        {
            Assert.Equal(expected.GetProperty("name").GetString(), row.Children[0].TextContent);
            foreach (var (cell, figure) in new[]
            {
                (row.Children[1], expected.GetProperty("precision")),
                (row.Children[2], expected.GetProperty("recall"))
            })
            {
                if (figure.GetProperty("total").GetInt32() > 0)
                {
                    AssertSame(figure.GetProperty("value"), cell.FirstChild!.TextContent);
                    AssertSame(figure.GetProperty("interval"), cell.QuerySelector("small")!.TextContent);
                }
            }

            if (expected.GetProperty("support").GetInt32() > 0)
            {
                AssertSame(expected.GetProperty("f1"), row.Children[3].TextContent);
            }

            AssertSame(expected.GetProperty("support"), row.Children[4].TextContent);
        }
    }

    private static void AssertPairs(IParentNode page, JsonElement results)
    {
        var rows = page.QuerySelectorAll("[aria-label^='Most confused, truth'] tbody tr").ToList();
        Assert.NotEmpty(rows);
        foreach (var (row, expected) in rows.Zip(results.GetProperty("confusedPairs").EnumerateArray()))
        {
            Assert.Equal($"{expected.GetProperty("truth")} → {expected.GetProperty("predicted")}", row.Children[0].TextContent);
            AssertSame(expected.GetProperty("count"), row.Children[1].TextContent);
            AssertSame(expected.GetProperty("rate").GetProperty("value"), row.Children[2].TextContent);
            AssertSame(expected.GetProperty("rate").GetProperty("interval"), row.Children[3].TextContent);
        }
    }

    /// <summary>The cells count what they should, and each leads to as many pictures, each with a page.</summary>
    private void AssertMatrix(IParentNode page, JsonElement results)
    {
        var matrix = results
            .GetProperty("confusionMatrix")
            .EnumerateArray()
            .Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToList())
            .ToList();
        var cells = page.QuerySelectorAll(".matrix tbody tr").Select(row => row.QuerySelectorAll("td:not(.sum)")).ToList();
        Assert.Equal(matrix, cells.Select(row => row.Select(cell => int.Parse(cell.TextContent, CultureInfo.InvariantCulture)).ToList()));

        var wrong = cells
            .SelectMany((row, truth) => row.Where((_, predicted) => predicted != truth))
            .Select(cell => cell.QuerySelector("a"))
            .OfType<IElement>()
            .ToList();
        Assert.All(wrong, link =>
        {
            var href = link.GetAttribute("href")!; // made with one
            var pictures = page.QuerySelector("[id='" + href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..] + "']")!.QuerySelectorAll(
                "li");
            Assert.Equal(link.TextContent, pictures.Length.ToString(CultureInfo.InvariantCulture));
            Assert.All(pictures, picture => Assert.True(
                File.Exists(Path.Combine(_project.Root, "output", picture.Id!["picture-".Length..], "index.html")),
                $"{picture.Id} has no page"));
        });
    }

    private static void AssertSame(string path, string shown, JsonElement results) => AssertSame(
        path.Split('.').Aggregate(results, (at, name) => int.TryParse(name, out var i) ? at[i] : at.GetProperty(name)), shown);

    /// <summary>What is shown is the figure, rounded to as many decimals as are shown.</summary>
    private static void AssertSame(JsonElement figure, string shown)
    {
        if (figure.ValueKind == JsonValueKind.Object)
        {
            var ends = shown.Split('–');
            Assert.Equal(2, ends.Length);
            AssertSame(figure.GetProperty("low"), ends[0] + "%");
            AssertSame(figure.GetProperty("high"), ends[1]);
            return;
        }

        var text = shown.Trim().TrimEnd('%');
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var value = figure.GetDouble() * (shown.TrimEnd().EndsWith('%') ? 100 : 1);
        Assert.Equal(value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), text);
    }
}
