using Glassy.Runs;

namespace Glassy.Comparison;

/// <summary>A question that was put to a dataset's test split. The same question put again is the same look: its answer is known.</summary>
/// <param name="Dataset">SHA-256 of the dataset's content.</param>
/// <param name="Runs">The ids of the run that was scored, or of base and head of a comparison.</param>
/// <param name="Records">[runs] What each answered (<see cref="RunStore.HashOfPredictions"/>): with other answers it is another
/// look.</param>
/// <param name="Gates">What was tried on it, in order of the alphabet; none where figures alone were read.</param>
public sealed record TestLook(string Dataset, IReadOnlyList<string> Runs, IReadOnlyList<string> Records, IReadOnlyList<string> Gates)
{
    /// <summary>The one look that every run takes: it is scored at its end.</summary>
    /// <param name="run">The run.</param>
    /// <param name="record">What it answered.</param>
    public static TestLook OfScore(Run run, string record) => new(run.Dataset.Sha256, [run.Id], [record], []);

    /// <summary>Whether two runs were compared.</summary>
    internal bool IsComparison => Runs.Count > 1;
}
