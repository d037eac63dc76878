using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Computes the figures of the run's predictions, and reads what people say of the test split's labels.</summary>
internal sealed class EvaluateRun(BuildSettings build)
{
    public RunResults Evaluate(Run run, IExecutionContext context)
    {
        var predictions = UserData.Read(() => new RunStore(build.Project).LoadPredictions(run));
        var results = RunResults.Of(run, predictions);
        if (NotesOf(run.Dataset) is { } file)
        {
            var mistakes = new List<Diagnostic>();
            results = results with
            {
                Notes = LabelNotesFile.Parse(
                    build.Project.Relative(file),
                    File.ReadAllText(file),
                    run.Dataset.Classes,
                    [.. predictions.Select(prediction => prediction.Label)],
                    mistakes),
            };
            mistakes.ForEach(context.Report);
        }

        return results;
    }

    /// <summary>The project's own notes, else for MNIST itself those that come with the program; null when there are none.</summary>
    private string? NotesOf(DatasetInfo dataset)
    {
        var own = build.Project.Absolute(LabelNotes.PathOf(dataset.Name));
        var shipped = Path.GetFullPath(LabelNotes.PathOf(MnistSource.DatasetName), AppContext.BaseDirectory);
        return File.Exists(own) ? own
            : dataset.Sha256 == MnistSource.ContentSha256 && File.Exists(shipped) ? shipped
            : null;
    }
}
