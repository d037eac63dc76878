using System.Collections.Concurrent;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Preview;
using Glassy.Progress;

namespace Glassy.Tests.Preview;

/// <summary>
/// A preview of a small project in this process, step by step or following its files, and whole builds to compare it with.
/// </summary>
internal sealed class RunningPreview : IPreviewLog, IDisposable
{
    private readonly ScratchProject _project = new();
    private readonly ConcurrentQueue<string> _log = new();
    private readonly ProjectFolder _folder;

    public RunningPreview(params (string File, string Text)[] files)
    {
        _folder = new ProjectFolder(_project.Root);
        foreach (var (file, text) in files)
        {
            Write(file, text);
        }

        Builder = new PreviewBuilder(_folder, _ => Settings("output"), PipelinesOf, Live, this, TimeProvider.System);
    }

    public LiveSite Live { get; } = new();

    public PreviewBuilder Builder { get; }

    /// <summary>Is done in the build's last phase, when the site is written.</summary>
    public Action WhileWriting { get; set; } = () => { };

    public string Root => _project.Root;

    public IReadOnlyList<string> Log => [.. _log];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Write(string file, string text) => _project.Write(file, text);

    public void Delete(string file) => File.Delete(_folder.Absolute(file));

    public string Output(string file) => _project.Read("output/" + file);

    public Task<bool> BuildAsync(bool mayTrain = true) => Builder.BuildAsync(mayTrain, NoProgress.Instance, Token);

    /// <summary>What is done first when these files have changed.</summary>
    public bool? Update(params string[] files) => Builder.Update([.. files.Select(_folder.Absolute)], Token);

    /// <summary>The files of a whole build into another folder, by their paths.</summary>
    public async Task<IReadOnlyDictionary<string, string>> WholeBuildAsync()
    {
        var result = await PipelinesOf(Settings("whole")).RunAsync(Token);
        Assert.Empty(result.Diagnostics);
        return FilesOf("whole");
    }

    /// <summary>The files that the preview serves.</summary>
    public IReadOnlyDictionary<string, string> FilesOf(string folder) => _project.Files(folder, "*")
        .ToDictionary(
            file => file[(folder.Length + 1)..],
            file => Convert.ToHexString(File.ReadAllBytes(_folder.Absolute(file))),
            StringComparer.Ordinal);

    public SourceChanges Watch() => new(
        [_folder.Absolute("input"), _folder.Absolute("site"), _folder.Absolute("static"), _folder.Absolute("data/runs")],
        [_folder.Absolute("glassy.yml")],
        TimeSpan.FromMilliseconds(15));

    public void Built(ExecutionResult result, BuildSettings settings, TimeSpan took) => _log.Enqueue("built");

    public void Updated(IReadOnlyList<string> files, TimeSpan took) => _log.Enqueue("updated " + string.Join(' ', files));

    public void Refused(IReadOnlyList<Diagnostic> diagnostics) => _log.Enqueue("refused " + string.Join('\n', diagnostics));

    public void Dispose() => _project.Dispose();

    private BuildSettings Settings(string output) => new(
        _folder,
        _folder.Absolute("input"),
        _folder.Absolute(output),
        ConfigReader.Read(_project.Read("glassy.yml"), "glassy.yml"),
        NoProgress.Instance);

    private Bootstrapper PipelinesOf(BuildSettings build) => BuildPipelines.OfSite(build)
        .AddPipeline(new TestPipeline("Meanwhile").Do(Phase.Output, context =>
        {
            WhileWriting();
            return context.Inputs;
        }));
}
