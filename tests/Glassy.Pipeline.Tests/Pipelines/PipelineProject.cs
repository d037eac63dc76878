using System.Collections.Concurrent;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>A small project whose pipelines are run one by one, in this process: files in, documents and results out.</summary>
internal sealed class PipelineProject : IDisposable, IProgressSink
{
    private readonly ScratchProject _project = new();
    private readonly ConcurrentQueue<string> _said = new();

    public PipelineProject(string config = "dataset: flowers\nrun:\n  epochs: 1\n  hidden: [4]\n") => Write("glassy.yml", config);

    public BuildSettings Build
    {
        get
        {
            var folder = new ProjectFolder(_project.Root);
            return new BuildSettings(
                folder,
                folder.Absolute("input"),
                folder.Absolute("output"),
                ConfigReader.Read(_project.Read("glassy.yml"), "glassy.yml"),
                this);
        }
    }

    /// <summary>What the pipelines told whoever waits for them.</summary>
    public IReadOnlyCollection<string> Said => _said;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Write(string file, string text) => _project.Write(file, text);

    public void Write(string file, byte[] content) => _project.Write(file, content);

    /// <summary>Renames a class of the dataset.</summary>
    public void RenameClass(string from, string to)
    {
        foreach (var split in new[] { "train", "test" })
        {
            Directory.Move(Path.Combine(_project.Root, "flowers", split, from), Path.Combine(_project.Root, "flowers", split, to));
        }
    }

    /// <summary>A run on other pictures than the project's.</summary>
    public Task<Run> RecordForeignRunAsync()
    {
        var run = SampleRun.Make();
        return new RunStore(Build.Project).RecordAsync(run.Id, (folder, token) => SampleRun.WriteAsync(run, folder, token), Token);
    }

    public static Task<ExecutionResult> RunAsync(params Pipeline[] pipelines) =>
        pipelines.Aggregate(Bootstrapper.Create(), (all, pipeline) => all.AddPipeline(pipeline)).RunAsync(Token);

    public void Dispose() => _project.Dispose();

    IProgressTask IProgressSink.Start(string title, long total) => NoProgress.Instance;

    void IProgressSink.Message(string line) => _said.Enqueue(line);

    void IProgressSink.Warning(string line) => _said.Enqueue(line);
}
