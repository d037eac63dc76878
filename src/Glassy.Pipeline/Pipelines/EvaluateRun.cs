using Glassy.Content;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>Computes the figures of the run's predictions, and reads what people say of the test split's labels.</summary>
internal sealed class EvaluateRun(BuildSettings build) : IModule
{
    public Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var document = context.Inputs.Single();
        var run = document.Get(Keys.Run);
        var predictions = UserData.Read(() => new RunStore(build.Project).LoadPredictions(run));
        var results = RunResults.Of(run, predictions);
        var file = Data.LabelNotes.PathOf(run.Dataset.Name);
        if (File.Exists(build.Project.Absolute(file)))
        {
            var mistakes = new List<Diagnostic>();
            results = results with
            {
                Notes = LabelNotesFile.Parse(
                    file,
                    File.ReadAllText(build.Project.Absolute(file)),
                    run.Dataset.Classes,
                    [.. predictions.Select(prediction => prediction.Label)],
                    mistakes),
            };
            mistakes.ForEach(context.Report);
        }

        return Task.FromResult<IReadOnlyList<Document>>([document.With(Keys.Results, results)]);
    }
}
