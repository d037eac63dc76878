using Glassy.Comparing;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Tests.Comparing;

/// <summary>A project with made-up runs on 5,000 training pictures, of which a tenth is held out, and 3 test pictures.</summary>
internal sealed class ComparedProject : IDisposable
{
    public const string Base = "aaaaaaaaaaaaaaaa";
    public const string Head = "bbbbbbbbbbbbbbbb";
    public const int Pictures = 500;

    private readonly ScratchProject _project = new();

    /// <summary>The dataset of the runs: that of <see cref="SampleRun"/> with more to train on.</summary>
    public static DatasetInfo Dataset { get; } = SampleRun.Dataset with
    {
        Train = new SplitInfo(10 * Pictures, [5 * Pictures, 5 * Pictures])
    };

    public ProjectFolder Folder => new(_project.Root);

    public RunStore Store => new(Folder);

    public string Root => _project.Root;

    public void Dispose() => _project.Dispose();

    public void Write(string file, string text) => _project.Write(file, text);

    public IReadOnlyList<string> Files(string folder, string pattern) => _project.Files(folder, pattern);

    public string Read(string file) => _project.Read(file);

    /// <summary>The two of the issue: of 500 pictures the second breaks 11 and repairs 4.</summary>
    public static async Task<ComparedProject> OfTheIssueAsync()
    {
        var project = new ComparedProject();
        await project.RecordAsync(Base, [.. Enumerable.Range(0, 12)]); // 4 that are repaired, 8 that stay wrong
        await project.RecordAsync(Head, [.. Enumerable.Range(4, 8), .. Enumerable.Range(100, 11)]);
        return project;
    }

    /// <param name="id">The run's.</param>
    /// <param name="wrong">The places of the validation pictures that it has wrong; null when it has recorded none of them.</param>
    /// <param name="change">Of what it says of itself.</param>
    public async Task<ComparedRun> RecordAsync(string id, IReadOnlyList<int>? wrong, Func<Run, Run>? change = null)
    {
        var run = SampleRun.Make(id) with { Dataset = Dataset, Options = SampleRun.Make().OwnOptions with { Validation = 0.1 } };
        run = change is null ? run : change(run);
        await Store.RecordAsync(
            id,
            async (folder, token) =>
            {
                await SampleRun.WriteAsync(run, folder, token);
                if (wrong is not null)
                {
                    await File.WriteAllBytesAsync(Path.Combine(folder, RunFiles.Validation), PredictionsFile.Write(Say(wrong), 2), token);
                }
            },
            TestContext.Current.CancellationToken);
        return new ComparedRun(id, run, Store);
    }

    public ComparedRun Find(string id) => new(id, Store.Load(id), Store);

    private static Prediction[] Say(IReadOnlyList<int> wrong)
    {
        var isWrong = wrong.ToHashSet();
        return [.. Enumerable.Range(0, Pictures).Select(i => Say(i, i % 2, isWrong.Contains(i) ? 1 - (i % 2) : i % 2))];
    }

    private static Prediction Say(int index, int label, int predicted) =>
        new(index, label, predicted, predicted == 0 ? [-0.1f, -2.4f] : [-2.4f, -0.1f]);
}
