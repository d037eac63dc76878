using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>A site about what another program's model says: files of predictions in, pages out.</summary>
public sealed class ForeignRunsTests : IDisposable
{
    private const string Everything = """
        ---
        slug: /
        title: Three kinds
        ---

        Right {{ run.accuracy | percent }} of {{ dataset.test.count }}: {{ report.findings }}

        <Headline />
        <DatasetCard />
        <ClassCounts split="test" />
        <ImagesTable dirname="test" />
        <CustomImagesTable dirname="wrong-predictions" />
        <ConfusionMatrix errors="./errors.md" />
        <ConfusedPairs />
        <ClassReport />
        <RecallBars />
        <Figures />
        <Calibration />
        <ConfidenceHistogram />
        <LearningCurve />
        <ModelSummary />
        <RunDetails />
        <RunTable />
        <SeedSpread />
        <TrainingLog />
        <FirstLayerWeights />
        <PreprocessingSteps />
        <CustomTest />
        <DigitWall />
        <DrawPad />
        <Gallery errors="./errors.md" />
        """;

    private readonly ScratchProject _project = new();

    public ForeignRunsTests()
    {
        _project.Write("input/index.md", Everything);
        _project.Write("input/errors.md", "# Errors\n\n<ErrorsExplorer />\n");
    }

    public void Dispose() => _project.Dispose();

    /// <summary>The pictures of the test split; of each class the last is taken for the next class.</summary>
    private static IReadOnlyList<(string File, int Label, int Answer)> Rows { get; } =
    [
        .. from label in Enumerable.Range(0, 3)
           from i in Enumerable.Range(0, ScratchProject.TestPerClass)
           select (
               $"test/{ScratchProject.Classes[label]}/{i:D3}.png", label, i == ScratchProject.TestPerClass - 1 ? (label + 1) % 3 : label),
    ];

    private static string Answers =>
        string.Concat(Rows.Select(row => $"{row.File},{ScratchProject.Classes[row.Answer]}\n").Prepend("file,predicted\n"));

    private static string Probabilities(double sure = 0.8) => string.Concat(Rows
        .Select(row => FormattableString
        .Invariant($"{row.File},{string.Join(',', Enumerable.Range(0, 3).Select(c => c == row.Answer ? sure : (1 - sure) / 2))}\n"))
        .Prepend($"file,{string.Join(',', ScratchProject.Classes)}\n"));

    [Fact]
    public async Task Probabilities_give_a_whole_site_that_says_what_is_not_known()
    {
        _project.Write("p.csv", Probabilities());
        Configure("[{name: net, predictions: p.csv, framework: Keras 3, parameters: 12345}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal(
            (false, ""),
            (built.Failed, Without(built.Errors, "readers see test pictures but cannot draw, because the model is another program's")));
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        var page = Page("index.html");
        Assert.Contains("Right 80.00% of 15:", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [
                "This run was trained by another program, and nothing is recorded of its epochs.",
                "This run's model was made by another program: 12,345 parameters; its layers are not recorded.",
                "This run's weights are another program's, and are not recorded.",
                "This run's model is another program's: it is not asked what it says of drawings.",
            ],
            page.QuerySelectorAll("p.empty").Select(sentence => sentence.TextContent));
        Assert.Equal(3, _project.Files("output/assets/datasets/flowers/wrong-predictions", "*.png").Count);
        Assert.Empty(_project.Files("output", "*.safetensors"));
        Assert.Contains("Another program trained it.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_and_the_results_have_nothing_where_nothing_is_known()
    {
        _project.Write("p.csv", Probabilities());
        Configure("[{name: net, predictions: p.csv}]");
        await BuiltProject.BuildAsync(_project.Root);

        var record = JsonDocument.Parse(_project.Read(Assert.Single(_project.Files("data/runs", "run.json")))).RootElement;
        Assert.All(
            new[] { "options", "model", "environment", "durations" },
            name => Assert.Equal(JsonValueKind.Null, record.GetProperty(name).ValueKind));
        Assert.Equal(0, record.GetProperty("epochs").GetArrayLength());
        Assert.Equal("p.csv", record.GetProperty("foreign").GetProperty("file").GetString());
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.Equal(12, results.GetProperty("accuracy").GetProperty("successes").GetInt32());
        Assert.Equal((12 * -Math.Log(0.8) + 3 * -Math.Log(0.1)) / 15, results.GetProperty("logLoss").GetDouble(), 1e-6);
        Assert.Equal(
            "probabilities", results.GetProperty("runs")[0].GetProperty("run").GetProperty("foreign").GetProperty("scores").GetString());
        var card = _project.Read("output/model-card.md");
        Assert.Contains("Its layers, weights and training are not recorded here.", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_explorer_works_without_what_only_the_model_could_tell()
    {
        _project.Write("p.csv", Probabilities());
        Configure("[{name: net, predictions: p.csv}]");
        await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal(3, Page("errors/index.html").QuerySelectorAll("li[data-p]").Length);
        var picture = Page("errors/4/index.html");
        Assert.Equal(2, picture.QuerySelectorAll(".evidence img, .answers caption").Length); // as the dataset has it, and the probabilities
        Assert.Equal(8, picture.QuerySelectorAll(".digits li").Length); // the nearest training pictures ask no model
        Assert.Contains("What the model saw, and what its answer depends on, is not known", picture.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_alone_have_no_figure_that_needs_more()
    {
        _project.Write("p.csv", Answers);
        Configure("[{name: net, predictions: p.csv}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        var figures = Page("index.html").QuerySelectorAll("[data-figure]").Select(cell => cell.GetAttribute("data-figure")!).ToList();
        Assert.Contains("macro.f1", figures);
        Assert.DoesNotContain(figures, figure => figure.StartsWith("logLoss", StringComparison.Ordinal)
            || figure.StartsWith("calibration", StringComparison.Ordinal)
            || figure.StartsWith("topK", StringComparison.Ordinal));
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.All(
            new[] { "logLoss", "brierScore", "calibration", "confidenceHistogram" },
            name => Assert.Equal(JsonValueKind.Null, results.GetProperty(name).ValueKind));
        var explorer = Page("errors/index.html");
        Assert.Empty(explorer.QuerySelectorAll("li[data-p], select[name=sure], option[value=loss]"));
        Assert.Contains("cannot be ordered by how sure it was", explorer.TextContent, StringComparison.Ordinal);
        Assert.Contains("The model gave its answer alone", Page("errors/4/index.html").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_predictions_in_another_order_and_form_are_the_same_run_and_cost_no_reading()
    {
        _project.Write("p.csv", Probabilities());
        Configure("[{name: net, predictions: p.csv}]");
        await BuiltProject.BuildAsync(_project.Root);
        var again = await BuiltProject.BuildAsync(_project.Root);
        Assert.Equal((0, ""), (again.FilesWritten, string.Join(',', again.Began.Except(["Rendering pages"]))));

        var lines = Probabilities().TrimEnd('\n').Split('\n');
        _project.Write("q.tsv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])).Replace(',', '\t'));
        Configure("[{name: net, predictions: q.tsv}]");
        var other = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(other.Failed, other.Errors);
        Assert.Single(_project.Files("data/runs", "run.json"));
    }

    [Fact]
    public async Task What_the_recipe_says_besides_is_recorded_anew_under_the_same_id()
    {
        _project.Write("p.csv", Probabilities());
        _project.Write("h.csv", "epoch,loss,val_loss\n0,1,1.5\n1,.5,1.25\n");
        Configure("[{name: net, predictions: p.csv, framework: Kears}]");
        await BuiltProject.BuildAsync(_project.Root);
        Configure("[{name: net, predictions: p.csv, framework: Keras, history: h.csv}]");
        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        var run = Assert.Single(new RunStore(new ProjectFolder(_project.Root)).List());
        Assert.Equal(("Keras", 2), (run.Foreign!.Framework, run.Epochs.Count));
        var page = Page("index.html");
        Assert.Equal(["1", "2"], page.QuerySelectorAll(".curve tbody th").Select(cell => cell.TextContent));
        Assert.Contains("As the program that trained it has told of its epochs.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_columns_are_kept_with_the_run_and_recorded_anew_when_they_change()
    {
        _project.Write("p.csv", Answers.Replace("predicted\n", "predicted,group\n", StringComparison.Ordinal)
            .Replace("rose\n", "rose,a\n", StringComparison.Ordinal)
            .Replace("grass\n", "grass,b\n", StringComparison.Ordinal).Replace("sky\n", "sky,b\n", StringComparison.Ordinal));
        Configure("[{name: net, predictions: p.csv}]");
        await BuiltProject.BuildAsync(_project.Root);
        var store = new RunStore(new ProjectFolder(_project.Root));
        var run = Assert.Single(store.List());
        Assert.Equal(5, Assert.Single(store.LoadAttributes(run)).Values.Count(value => value == "a"));

        _project.Write("p.csv", _project.Read("p.csv").Replace(",a\n", ",c\n", StringComparison.Ordinal));
        await BuiltProject.BuildAsync(_project.Root);
        Assert.Equal(run.Id, Assert.Single(store.List()).Id);
        Assert.Equal(["b", "c"], Assert.Single(store.LoadAttributes(run)).Values.Distinct().Order());
    }

    [Fact]
    public async Task Groups_that_the_predictions_name_are_compared_with_those_that_the_dataset_names_for_training()
    {
        _project.Write("p.csv", Answers.Replace("predicted\n", "predicted,group\n", StringComparison.Ordinal)
            .Replace("rose\n", "rose,ann\n", StringComparison.Ordinal)
            .Replace("grass\n", "grass,bob\n", StringComparison.Ordinal).Replace("sky\n", "sky,cy\n", StringComparison.Ordinal));
        _project.Write("groups.csv", "split,index,group\ntrain,0,bob\ntrain,1,dora\n");
        _project.Write("glassy.yml", "dataset: { name: flowers, attributes: groups.csv }\nruns: [{name: net, predictions: p.csv}]\n");
        _project.Write("input/index.md", Everything + "\n<Slices by=\"group\" min={1} />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Contains(
            "15 of 15 test pictures are also in the dataset's training set: if the model learned from it, the accuracy is not that of pictures never seen. "
            + "No other is left to judge by. 1 of 3 groups of the test split is also in the training split, with 5 of 15 test pictures:",
            Page("index.html").QuerySelector(".headline")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(["ann", "bob", "cy"], Page("index.html")
            .QuerySelectorAll("figure")
            .Single(figure => figure.TextContent.Contains("Accuracy by group", StringComparison.Ordinal))
            .QuerySelectorAll("tbody th").Select(cell => cell.TextContent).Order());
    }

    [Fact]
    public async Task A_foreign_run_stands_beside_our_own_and_is_compared_with_it()
    {
        _project.Write("p.csv", Probabilities());
        _project.Write("q.csv", Answers.Replace("rose/004.png,blue sky", "rose/004.png,rose", StringComparison.Ordinal));
        Configure("[{name: own}, {name: net, predictions: p.csv}, {name: seeds, predictions: [p.csv, q.csv], seed: [1, 2]}]");
        _project.Write(
            "input/more.md",
            "# More\n\n<CompareRuns a=\"own\" b=\"net\" />\n\n<CompareRuns a=\"net\" b=\"seeds, seed 2\" />\n\n<SeedSpread recipe=\"seeds\" />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        var rows = Page("index.html").QuerySelectorAll(".runs tbody tr").ToList();
        Assert.Equal(["own this page's", "net", "seeds"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        // curve, time, parameters
        Assert.Equal(["–", "–", "–"], rows[1].QuerySelectorAll("td").Where((_, i) => i is 3 or 5 or 6).Select(cell => cell.TextContent));
        Assert.Equal(["1", "2"], rows[2].QuerySelectorAll(".seeds a").Select(seed => seed.TextContent));
        Assert.Equal("–", rows[2].QuerySelectorAll("td")[4].TextContent); // one of both has no probabilities, and no loss
        var compared = Page("more/index.html").QuerySelectorAll(".compare").ToList();
        Assert.Contains("Log loss", compared[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Log loss", compared[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Figures that need probabilities are left out", compared[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("1 picture repaired", compared[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetDirectories(Path.Combine(_project.Root, "output/runs")).Length + 1); // a page for each of three runs
    }

    [Fact]
    public async Task Predictions_without_pictures_give_a_report_without_pictures()
    {
        _project.Write("p.csv", "file,label,prob_cat,prob_dog\nb/2.png,cat,.25,.75\nb/10.png,cat,.75,.25\na.png,dog,0.125,.875\n");
        _project.Write("glassy.yml", "dataset: none\nruns: [{name: net, predictions: p.csv}]\nsite: {title: T}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        var page = Page("index.html");
        Assert.Contains("Right 66.67% of 3:", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Predictions alone: of 3 pictures in 2 classes, which are not here.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page
            .QuerySelectorAll("p.empty")
            .Count(sentence => sentence.TextContent == "There are predictions alone here, and no pictures to show."));
        Assert.Empty(page.QuerySelectorAll(".matrix td a"));
        Assert.Equal(
            ["1", "1", "0", "1"],
            page.QuerySelectorAll(".matrix td.hit, .matrix td.miss, .matrix td.zero").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Files_that_say_the_same_are_one_run_and_that_is_said()
    {
        _project.Write("p.csv", Answers);
        _project.Write("q.csv", Answers);
        Configure("[{name: first, predictions: p.csv}, {name: second, predictions: q.csv}]");

        var (first, second) = (await BuiltProject.BuildAsync(_project.Root), await BuiltProject.BuildAsync(_project.Root));

        Assert.All([first, second], built => Assert.Contains(
            "warning: q.csv: says the same of every picture as 'p.csv', so that the recipes 'first' and 'second' are one run; is it the file that was meant?",
            built.Errors,
            StringComparison.Ordinal));
        Assert.Equal(0, second.FilesWritten);
        Assert.Equal("p.csv", Assert.Single(new RunStore(new ProjectFolder(_project.Root)).List()).Foreign!.File);
    }

    [Fact]
    public async Task A_run_beside_whose_predictions_are_damaged_is_named_and_read_again()
    {
        _project.Write("p.csv", Answers);
        _project.Write("q.csv", Probabilities());
        _project.Write("input/index.md", "# A\n\n<Power />\n\n<CompareRuns a=\"net\" b=\"other\" />\n");
        Configure("[{name: net, predictions: p.csv}, {name: other, predictions: q.csv}]");
        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);
        var other = new RunStore(new ProjectFolder(_project.Root)).List().Single(run => run.Foreign!.File == "q.csv").Id;
        _project.Write($"data/runs/{other}/predictions.bin", "no predictions");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed);
        Assert.Contains($"warning: data/runs/{other}/predictions.bin: ", built.Errors, StringComparison.Ordinal);
        Assert.Null(new RunStore(new ProjectFolder(_project.Root)).DamageOf(other));
    }

    [Fact]
    public async Task A_page_names_a_dataset_elsewhere_and_not_where_it_is_on_this_machine()
    {
        using var elsewhere = new ScratchProject();
        elsewhere.Write("flowers/train/notes.txt", "x");
        _project.Write("p.csv", Answers);
        _project.Write("input/index.md", "# A\n\n<DatasetCard />\n");
        _project.Write(
            "glassy.yml",
            $"dataset: {{ path: '{elsewhere.Root}/flowers' }}\nruns: [{{name: net, predictions: p.csv}}]\nsite: {{ title: T, language: de }}\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed, built.Errors);
        Assert.Contains(
            $"warning: {elsewhere.Root}/flowers: 1 file is left out: 1 .txt (no picture)", built.Errors, StringComparison.Ordinal);
        Assert.Contains("flowers: 1 Datei ist ausgelassen: 1 .txt (kein Bild)", Page("index.html").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Root, Page("index.html").InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(
            elsewhere.Root, _project.Read(Assert.Single(_project.Files("data/runs", "run.json"))), StringComparison.Ordinal);
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.Equal(
            "flowers: 1 file is left out: 1 .txt (no picture)",
            results.GetProperty("dataset").GetProperty("remarks")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_project_without_pages_is_told_what_was_looked_for()
    {
        _project.Write("p.csv", Answers);
        Configure("[{name: net, predictions: p.csv}]");
        Directory.Delete(Path.Combine(_project.Root, "input"), recursive: true);

        var without = await BuiltProject.BuildAsync(_project.Root);
        _project.Write("input/_draft.md", "# A\n");
        var hidden = await BuiltProject.BuildAsync(_project.Root);

        Assert.Contains(
            "error: input/: there is no such folder, expected the site's pages in it (index.md); `glassy new <folder>` makes a project with some",
            without.Errors,
            StringComparison.Ordinal);
        Assert.Contains("error: input/: holds no page, expected Markdown such as index.md", hidden.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Files("output", "*"));
    }

    [Fact]
    public async Task Nothing_is_trained_on_predictions_alone()
    {
        _project.Write("p.csv", "file,label,predicted\na.png,dog,dog\n");
        _project.Write("glassy.yml", "dataset: none\nruns: [{name: net, predictions: p.csv}, {name: own}]\n");

        Assert.Equal(
            "error: `dataset: none` has no pictures, but the recipe 'own' learns from them; give each recipe under `runs:` a file of `predictions`, or name a dataset\n",
            (await BuiltProject.BuildAsync(_project.Root)).Errors);
    }

    [Fact]
    public async Task Prose_that_asks_for_what_is_not_known_is_told_why_it_is_not()
    {
        _project.Write("p.csv", Answers);
        _project.Write("input/index.md", "# A\n\n{{ run.options.epochs }} {{ model.parameters }} {{ run.foreign.file }}\n");
        Configure("[{name: net, predictions: p.csv}]");

        Assert.Equal(
            [
                "error: input/index.md:3:1: {{ run.options.epochs }}: `run.options` is not known of this run: another program made it ('p.csv'), and has not told",
                "error: input/index.md:3:26: {{ model.parameters }}: `model` is not known of this run: another program made it ('p.csv'), and has not told",
            ],
            (await BuiltProject.BuildAsync(_project.Root)).Errors.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith(' ')));
    }

    [Fact]
    public async Task Mistakes_in_files_are_reported_each_once_with_its_place_and_nothing_is_written()
    {
        _project.Write("p.csv", Answers.Replace("test/grass/001.png", "test/gras/001.png", StringComparison.Ordinal));
        _project.Write("q.csv", Answers.Replace(",rose", ",roze", StringComparison.Ordinal));
        Configure("[{name: net, predictions: p.csv}, {name: other, predictions: q.csv}, {name: gone, predictions: r.csv}]");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.True(built.Failed);
        Assert.Equal(
            [
                "error: p.csv:8: `file` is 'test/gras/001.png', which is no test picture of 'flowers', expected paths such as 'test/blue sky/000.png'; did you mean `test/grass/001.png`?",
                "error: q.csv:11: `predicted` is 'roze', which is no class of 'flowers'; did you mean `rose`? known: blue sky, grass, rose (the first of 5 such rows)",
                "error: r.csv: no such file; did you mean `p.csv`?",
            ],
            built.Errors.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith(' ')));
        Assert.Empty(_project.Files("output", "*"));
    }

    [Fact]
    public async Task By_its_embeddings_a_mistake_stands_beside_test_pictures_and_a_file_that_is_not_there_is_missed()
    {
        _project.Write("p.csv", Probabilities());
        Configure("[{name: net, predictions: p.csv}]");
        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);
        Assert.Contains("Nearest training pictures", Page("errors/4/index.html").TextContent, StringComparison.Ordinal);

        Configure("[{name: net, predictions: p.csv, embeddings: e.npy}]");
        var missing = await BuiltProject.BuildAsync(_project.Root);
        Assert.True(missing.Failed);
        Assert.Contains(
            "e.npy: no such file; expected embeddings as numpy.save writes them, [15, numbers]", missing.Errors, StringComparison.Ordinal);

        var header = "{'descr': '|u1', 'fortran_order': False, 'shape': (15, 2), }\n"u8;
        await File.WriteAllBytesAsync(
            Path.Combine(_project.Root, "e.npy"),
            [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, .. Enumerable.Range(1, 30).Select(i => (byte)i)],
            TestContext.Current.CancellationToken);
        Assert.False((await BuiltProject.BuildAsync(_project.Root)).Failed);
        Assert.Contains("Test pictures most like it to the model", Page("errors/4/index.html").TextContent, StringComparison.Ordinal);
    }

    private void Configure(string runs) =>
        _project.Write("glassy.yml", $"dataset: flowers\nrun: {{epochs: 1, hidden: [4]}}\nruns: {runs}\nsite: {{title: Flowers}}\n");

    // the parser always makes a body
    private IElement Page(string file) => new HtmlParser().ParseDocument(_project.Read("output/" + file)).Body!;

    private static string Without(string messages, string known) => string.Concat(
        messages.Split('\n').Where(line => line.Length > 0 && !line.StartsWith(' ') && !line.Contains(known, StringComparison.Ordinal)));
}
