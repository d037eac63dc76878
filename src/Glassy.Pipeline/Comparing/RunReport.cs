using Glassy.Comparison;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Comparing;

/// <summary>What there is to say of one run against another, and whether it may pass.</summary>
/// <param name="Base">What is compared with.</param>
/// <param name="Head">What is compared.</param>
/// <param name="On">Which pictures.</param>
/// <param name="Counts">How often each is right.</param>
/// <param name="Gates">In the order in which they were asked for.</param>
/// <param name="Looks">At the test split of their dataset, this one included if it is one.</param>
public sealed record RunReport(
    ComparedRun Base, ComparedRun Head, ComparedSplit On, PairedCounts Counts, IReadOnlyList<GateResult> Gates, LookCount Looks)
{
    private const string NoRegression = "fail-on-regression";

    public bool Passes => Gates.All(gate => gate.Verdict.Passes);

    /// <summary>Whether base and head are one and the same record, so that there is nothing to compare.</summary>
    public bool IsOfOneRun => Base.Store.FileOf(Base.Run.Id, RunFiles.Json) == Head.Store.FileOf(Head.Run.Id, RunFiles.Json);

    /// <summary>The difference of their accuracies, head minus base, with its interval.</summary>
    public PairedProportion Accuracy => new(Counts);

    /// <summary>Whether they are right equally often.</summary>
    public McNemar McNemar => McNemar.Of(Counts);

    /// <summary>Compares two runs. A comparison on test pictures is recorded before its answer is given.</summary>
    /// <param name="project">Where looks are recorded.</param>
    /// <param name="first">What is compared with.</param>
    /// <param name="second">What is compared.</param>
    /// <param name="on">Which pictures.</param>
    /// <param name="gates">What the second must be shown to be.</param>
    /// <param name="failOnRegression">Whether it must not be shown to be worse.</param>
    /// <exception cref="DiagnosticException">They cannot be compared.</exception>
    public static RunReport Of(
        ProjectFolder project, ComparedRun first, ComparedRun second, ComparedSplit on, IReadOnlyList<Gate> gates, bool failOnRegression)
    {
        var counts = ComparedPredictions.Of(first, second, on).Counts;
        List<GateResult> results = [.. gates.Select(gate => new GateResult($"{gate}", gate.Check(counts)))];
        if (failOnRegression)
        {
            results.Add(new GateResult(NoRegression, Regression.Check(counts)));
        }

        return UserData.Read(() =>
        {
            var looks = new TestLooks(project);
            if (on == ComparedSplit.Test)
            {
                looks.Add(new TestLook(
                    first.Run.Dataset.Sha256,
                    [first.Run.Id, second.Run.Id],
                    [first.Store.HashOfPredictions(first.Run), second.Store.HashOfPredictions(second.Run)],
                    [.. results.Select(result => result.Gate).Distinct().Order(StringComparer.Ordinal)]));
            }

            var recorded = new RunStore(project).List().Append(first.Run).Append(second.Run);
            return new RunReport(first, second, on, counts, results, looks.CountOf(first.Run.Dataset.Sha256, recorded));
        });
    }
}
