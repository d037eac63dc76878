using System.Text.Json;
using System.Text.Json.Nodes;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryProject _temporary = new();
    private readonly RunStore _store;

    public RunStoreTests() => _store = new RunStore(_temporary.Folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_recorded_run_is_found_with_everything_that_it_had()
    {
        Assert.Null(_store.Find(SampleRun.Id));
        Assert.Empty(_store.List());

        var run = await Record(SampleRun.Make());

        Assert.Equivalent(SampleRun.Make(), run, strict: true);
        Assert.Equivalent(run, _store.Find(SampleRun.Id), strict: true);
        Assert.Equivalent(SampleRun.Predictions, _store.LoadPredictions(run), strict: true);
        Assert.Equivalent(SampleRun.Weights, _store.LoadWeights(run), strict: true);
        Assert.Equal(SampleRun.Log.Select(line => $"{line}"), _store.LoadLog(run).Select(line => $"{line}"));
        Assert.Equal($"data/runs/{SampleRun.Id}", RunStore.RelativeFolder(SampleRun.Id));
    }

    [Fact]
    public async Task What_is_known_of_its_pictures_is_added_to_a_run_that_is_there()
    {
        var run = await Record(SampleRun.Make());
        var pair = new PicturePair(new PicturePlace(SplitKind.Train, 0, 0, "train/a.png"), new PicturePlace(SplitKind.Test, 2, 1, null), 1);
        var report = new DuplicateReport(
            [new SplitOverlap(SplitKind.Test, SplitKind.Train, 1, null)],
            [2],
            2,
            [pair],
            [pair],
            [],
            true,
            new SharedGroups(2, 1, 3, ["ann"]));
        var hash = _store.HashOf(run);
        Assert.Null(_store.LoadDuplicates(run));

        await _store.RecordDuplicatesAsync(run, report with { LeakedTest = [1] }, Token);
        await _store.RecordDuplicatesAsync(run, report, Token);

        Assert.Equivalent(report, _store.LoadDuplicates(run), strict: true);
        Assert.Equivalent(run, _store.Find(run.Id), strict: true);
        Assert.Equal(hash, _store.HashOf(run));
    }

    [Theory]
    [InlineData(
        "{}",
        "data/runs/0123456789abcdef/duplicates.json:1:3: JSON deserialization for type 'Glassy.Datasets.Duplicates.DuplicateReport' was missing required properties")]
    [InlineData(
        """{"overlaps":[],"leakedTest":[3],"contradicted":0,"equal":[],"contradictions":[],"near":[],"isNearComplete":true,"groups":null}""",
        "data/runs/0123456789abcdef/duplicates.json: names test picture 3 of 3; delete it and build again")]
    public async Task A_damaged_list_of_duplicates_is_named(string content, string mistake)
    {
        var run = await Record(SampleRun.Make());
        _temporary.Write($"data/runs/{run.Id}/{RunFiles.Duplicates}", content);

        Assert.StartsWith(mistake, Assert.Throws<InvalidDataException>(() => _store.LoadDuplicates(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_listed_by_time()
    {
        await Record(SampleRun.Make("bbbbbbbbbbbbbbbb", day: 2));
        await Record(SampleRun.Make("aaaaaaaaaaaaaaaa", day: 3));
        await Record(SampleRun.Make("cccccccccccccccc", day: 1));
        Assert.Equal(["c", "b", "a"], _store.List().Select(run => run.Id[..1]));
    }

    [Fact]
    public async Task A_failed_recording_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.RecordAsync(
            SampleRun.Id,
            async (folder, token) =>
            {
                await SampleRun.WriteAsync(SampleRun.Make(), folder, token);
                throw new InvalidOperationException();
            },
            Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task A_cancelled_recording_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.RecordAsync(
            SampleRun.Id,
            async (folder, token) =>
            {
                await SampleRun.WriteAsync(SampleRun.Make(), folder, token);
                await cancellation.CancelAsync();
            },
            cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task Two_recordings_of_one_run_at_once_leave_one_whole_run()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(day => Record(SampleRun.Make(day: day))));
        Assert.Equal(
            [_temporary.PathOf($"data/runs/{SampleRun.Id}")], Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
        Assert.NotNull(_store.Find(SampleRun.Id));
    }

    [Fact]
    public async Task A_run_that_misses_a_file_is_not_there_and_is_recorded_anew()
    {
        await Record(SampleRun.Make(day: 1));
        File.Delete(_store.FileOf(SampleRun.Id, RunFiles.Predictions));
        Assert.Null(_store.Find(SampleRun.Id));
        Assert.Empty(_store.List());

        await Record(SampleRun.Make(day: 2));
        Assert.Equal(2, _store.Find(SampleRun.Id)?.CreatedAt.Day);
    }

    [Fact]
    public async Task A_file_that_a_run_misses_is_put_back_beside_those_that_are_there()
    {
        await Record(SampleRun.Make(day: 1));
        File.Delete(_store.FileOf(SampleRun.Id, RunFiles.Log));
        _temporary.Write($"data/runs/{SampleRun.Id}/mine.txt", "mine");

        await Record(SampleRun.Make(day: 2));

        Assert.True(File.Exists(_store.FileOf(SampleRun.Id, "mine.txt")));
        Assert.Equal(
            [_temporary.PathOf($"data/runs/{SampleRun.Id}")], Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task The_run_that_was_recorded_first_stays()
    {
        await Record(SampleRun.Make(day: 1));
        Assert.Equal(1, (await Record(SampleRun.Make(day: 2))).CreatedAt.Day);
    }

    [Fact]
    public async Task What_an_interrupted_process_was_recording_is_swept_and_what_another_records_is_not()
    {
        _temporary.Write($"data/runs/.{SampleRun.Id}.0123456789abcdef0123456789abcdef/run.json", "half");
        await _store.RecordAsync(SampleRun.Id, async (folder, token) =>
        {
            await SampleRun.WriteAsync(SampleRun.Make(), folder, token);
            new RunStore(_temporary.Folder).Sweep();
        }, Token);

        Assert.Equal(
            [_temporary.PathOf($"data/runs/{SampleRun.Id}")], Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task Predictions_are_replaced_and_nothing_is_left_beside_them()
    {
        var run = await Record(SampleRun.Make());
        var files = _temporary.AllFiles();
        Glassy.Metrics.Prediction[] others = [.. SampleRun.Predictions.Select(
            p => p with { LogProbabilities = [.. p.LogProbabilities.Select((value, c) => c == p.Label ? value : value - 1)] })];

        await _store.ReplacePredictionsAsync(run, others, Token);

        Assert.Equivalent(others, _store.LoadPredictions(run), strict: true);
        Assert.Equal(files, _temporary.AllFiles());
        Assert.Single(Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Fact]
    public async Task What_a_run_says_of_the_pictures_that_it_held_out_is_kept_beside_it()
    {
        var dataset = SampleRun.Dataset with { Train = new Glassy.Datasets.SplitInfo(6, [2, 4]) };
        var run = await Record(SampleRun.Make() with { Dataset = dataset, Options = new TrainingOptions { Validation = 0.5 } });
        Assert.Null(_store.LoadValidation(run));

        await WriteAsync(SampleRun.Predictions);
        Assert.Equivalent(SampleRun.Predictions, _store.LoadValidation(run), strict: true);

        await WriteAsync([.. SampleRun.Predictions.Take(2)]);
        Assert.Equal(
            $"data/runs/{SampleRun.Id}/validation.bin: they are not of the 3 pictures that run.json held out; `glassy train` makes it again, or `glassy runs prune` removes it",
            Assert.Throws<InvalidDataException>(() => _store.LoadValidation(run)).Message);

        Task WriteAsync(IReadOnlyList<Glassy.Metrics.Prediction> predictions) =>
            File.WriteAllBytesAsync(_store.FileOf(run.Id, RunFiles.Validation), PredictionsFile.Write(predictions, 2), Token);
    }

    [Fact]
    public async Task A_cancelled_replacement_leaves_the_predictions_as_they_were()
    {
        var run = await Record(SampleRun.Make());
        var files = _temporary.AllFiles();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _store.ReplacePredictionsAsync(run, [], new CancellationToken(canceled: true)));

        Assert.Equivalent(SampleRun.Predictions, _store.LoadPredictions(run), strict: true);
        Assert.Equal(files, _temporary.AllFiles());
        Assert.Single(Directory.EnumerateFileSystemEntries(_temporary.PathOf("data/runs")));
    }

    [Theory]
    [InlineData(RunFiles.Json)]
    [InlineData(RunFiles.Predictions)]
    [InlineData(RunFiles.Weights)]
    public async Task A_runs_hash_changes_with_what_it_says_predicts_and_weighs(string file)
    {
        var run = await Record(SampleRun.Make());
        var hash = _store.HashOf(run);
        Assert.Equal((64, hash), (hash.Length, _store.HashOf(run)));
        await File.AppendAllTextAsync(_store.FileOf(run.Id, RunFiles.Log), "x", Token);
        Assert.Equal(hash, _store.HashOf(run));

        await File.AppendAllTextAsync(_store.FileOf(run.Id, file), "x", Token);

        Assert.NotEqual(hash, _store.HashOf(run));
    }

    [Theory]
    [InlineData("\"epochs\"", "\"epoch\"", "data/runs/0123456789abcdef/run.json:140:2: ")]
    [InlineData("\"unit-columns\"", "\"rows\"", "data/runs/0123456789abcdef/run.json:51:24: ")]
    [InlineData("\"schemaVersion\": 2", "\"schemaVersion\": 9", "data/runs/0123456789abcdef/run.json: schemaVersion 9, expected 1 to 2")]
    [InlineData("\"id\": \"0", "\"id\": \"f", "data/runs/0123456789abcdef/run.json: its id is 'f123456789abcdef', expected")]
    public async Task A_damaged_run_is_refused_in_one_line_that_names_the_file(string part, string damaged, string message)
    {
        await Record(SampleRun.Make());
        var file = _store.FileOf(SampleRun.Id, RunFiles.Json);
        var json = await File.ReadAllTextAsync(file, Token);
        Assert.Contains(part, json, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, json.Replace(part, damaged, StringComparison.Ordinal), Token);

        var error = Assert.Throws<InvalidDataException>(() => _store.Find(SampleRun.Id));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task A_run_from_before_there_were_later_keys_has_their_defaults()
    {
        await Record(SampleRun.Make());
        var file = _store.FileOf(SampleRun.Id, RunFiles.Json);
        var record = JsonNode.Parse(await File.ReadAllTextAsync(file, Token))!;
        var first = new[] { "model", "hidden", "epochs", "batchSize", "learningRate", "normalize", "seed", "threads" };
        var options = record["options"]!.AsObject();
        foreach (var later in options.Select(option => option.Key).Except(first).ToList())
        {
            options.Remove(later);
        }

        await File.WriteAllTextAsync(file, record.ToJsonString(), Token);

        var run = _store.Find(SampleRun.Id)!; // it is there

        var (read, usual) = (
            JsonSerializer.Serialize(run.Options), JsonSerializer.Serialize(new TrainingOptions { Hidden = [], Epochs = 1 }));
        Assert.Equal(usual, read);
        Assert.Contains("[16,32]", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        RunFiles.Json,
        "\"loss\": 0.4149316",
        "\"loss\": 0.5149316",
        "predictions.bin: their loss is 0.4149, but run.json says 0.5149; has one been edited? ")]
    [InlineData(
        RunFiles.Json,
        "\"macroF1\": 0.6666666666666666",
        "\"macroF1\": 0.7",
        "run.json: metrics.macroF1 is 0.7, but confusion gives 0.6666666666666666; has it been edited? ")]
    [InlineData(RunFiles.Json, "\"epochs\"", "\"epoch\"", "run.json:140:2: ")]
    [InlineData(RunFiles.Log, "1970", "once", "run.log:1: ")]
    public async Task A_damaged_run_is_named_with_its_file_and_recorded_anew(string file, string part, string damaged, string message)
    {
        await Record(SampleRun.Make("aaaaaaaaaaaaaaaa", day: 1));
        await Record(SampleRun.Make(day: 1));
        var path = _store.FileOf(SampleRun.Id, file);
        var text = await File.ReadAllTextAsync(path, Token);
        Assert.Contains(part, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(part, damaged, StringComparison.Ordinal), Token);

        var (id, damage) = Assert.Single(_store.Damaged());
        Assert.Equal(SampleRun.Id, id);
        Assert.StartsWith($"data/runs/{SampleRun.Id}/{message}", damage, StringComparison.Ordinal);
        Assert.Null(_store.FindSound(SampleRun.Id));
        Assert.Contains(_store.List(), run => run.Id == "aaaaaaaaaaaaaaaa");

        await Record(SampleRun.Make(day: 2));

        Assert.Empty(_store.Damaged());
        Assert.Equal(2, _store.FindSound(SampleRun.Id)?.CreatedAt.Day);
    }

    [Theory]
    [InlineData(
        RunFiles.Predictions,
        30,
        "30 bytes, expected 68 for 3 pictures and 2 classes; is the file truncated? `glassy train` makes it again, or `glassy runs prune` removes it")]
    [InlineData(RunFiles.Weights, 20, "")]
    [InlineData(RunFiles.Weights, -1, "is missing; `glassy train` makes it again, or `glassy runs prune` removes it")]
    public async Task A_file_that_is_cut_or_missing_is_damage_too(string file, int length, string message)
    {
        await Record(SampleRun.Make());
        var path = _store.FileOf(SampleRun.Id, file);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        File.Delete(path);
        if (length >= 0)
        {
            await File.WriteAllBytesAsync(path, bytes[..length], Token);
        }

        Assert.StartsWith($"data/runs/{SampleRun.Id}/{file}: {message}", _store.DamageOf(SampleRun.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predictions_of_another_split_are_refused()
    {
        var run = await Record(SampleRun.Make());
        var other = run with { Dataset = run.Dataset with { Test = new Glassy.Datasets.SplitInfo(4, [2, 2]) } };
        var error = Assert.Throws<InvalidDataException>(() => _store.LoadPredictions(other));
        Assert.EndsWith("predictions.bin: 3 predictions, expected 4 as in run.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_camelCase_stable_and_has_the_promised_keys()
    {
        var json = System.Text.Encoding.UTF8.GetString(RunSerializer.Write(SampleRun.Make()));
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var root = document.RootElement;

        Assert.Equal(
            [
                "schemaVersion", "id", "createdAt", "dataset", "options", "epochs", "metrics", "confusion", "perClass", "model",
                "environment", "commit", "durations"
            ],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["name", "sha256", "classes", "shape", "train", "test"],
            root.GetProperty("dataset").EnumerateObject().Select(property => property.Name));
        Assert.Equal("count,perClass", Keys(root.GetProperty("dataset").GetProperty("train")));
        Assert.Equal("height,width,channels", Keys(root.GetProperty("dataset").GetProperty("shape")));
        Assert.Equal("epoch,loss,accuracy,seconds,validationLoss,validationAccuracy", Keys(root.GetProperty("epochs")[0]));
        Assert.Equal("name,precision,recall,f1,support", Keys(root.GetProperty("perClass")[0]));
        Assert.Equal("unit-columns", root.GetProperty("options").GetProperty("normalize").GetString());
        Assert.Equal(1, root.GetProperty("confusion")[1][0].GetInt32());
        Assert.DoesNotContain('\r', json);
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(RunSerializer.Write(SampleRun.Make())));
    }

    private static string Keys(System.Text.Json.JsonElement element) =>
        string.Join(',', element.EnumerateObject().Select(property => property.Name));

    private Task<Run> Record(Run run) =>
        _store.RecordAsync(run.Id, (folder, token) => SampleRun.WriteAsync(run, folder, token), Token);
}
