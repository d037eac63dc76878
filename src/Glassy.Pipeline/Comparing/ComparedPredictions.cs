using System.Globalization;
using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Comparing;

/// <summary>What two runs say of the same pictures of a split.</summary>
internal static class ComparedPredictions
{
    private const int ShownOfHash = 12;

    /// <exception cref="DiagnosticException">They were made on other pictures, or have not recorded what they say of them.</exception>
    public static PairedPredictions Of(ComparedRun first, ComparedRun second, ComparedSplit on)
    {
        CheckData(first, second);
        if (on == ComparedSplit.Test)
        {
            return UserData.Read(() => PairedPredictions.Of(
                first.Store.LoadPredictions(first.Run), second.Store.LoadPredictions(second.Run), first.Run.Dataset.Classes.Count));
        }

        var (a, b) = (Validation(first), Validation(second));
        // its own split is one for all
        return (first.Run.Options is not null && first.Run.Dataset.Validation is not null) || HeldOutOf(first.Run) == HeldOutOf(second.Run)
            ? PairedPredictions.Of(a, b, first.Run.Dataset.Classes.Count)
            : throw Mistake(
                $"'{first.Asked}' holds out other pictures than '{second.Asked}' (validation: {HeldOutOf(first.Run)} and {HeldOutOf(second.Run)}): "
                + "train both with the same, or compare them --on test");
    }

    /// <summary>
    /// Which pictures a run held out: of our own the share says it, of another program's a hash of their names and labels.
    /// </summary>
    private static string HeldOutOf(Run run) => run.Options is { } options
        ? options.Validation.ToString(CultureInfo.InvariantCulture)
        : run.Foreign?.HeldOut is { } hash ? $"those of hash {hash[..ShownOfHash]}" : "none";

    private static void CheckData(ComparedRun first, ComparedRun second)
    {
        var (a, b) = (first.Run.Dataset, second.Run.Dataset);
        if (!a.Classes.SequenceEqual(b.Classes))
        {
            throw Mistake(
                $"the runs know other classes: '{first.Asked}' {Spelling.Some(a.Classes)}; '{second.Asked}' {Spelling.Some(b.Classes)}; "
                + "runs are compared on the same pictures");
        }

        if (a.Sha256 != b.Sha256)
        {
            throw Mistake(
                $"the runs were made on other pictures: '{first.Asked}' on '{a.Name}' ({a.Sha256[..ShownOfHash]}), "
                + $"'{second.Asked}' on '{b.Name}' ({b.Sha256[..ShownOfHash]}); runs are compared on the same");
        }
    }

    private static IReadOnlyList<Prediction> Validation(ComparedRun compared) =>
        UserData.Read(() => compared.Store.LoadValidation(compared.Run))
        ?? throw Mistake(
            $"'{compared.Asked}' {WhyNone(compared.Run)}; --on test compares on the test pictures, and counts as a look at them");

    private static string WhyNone(Run run) => run.Options is not { } options
        ? "has no predictions for pictures that were held out of training: name them by `validation` in its recipe"
        : ValidationSplit.PerClass(run.Dataset, options.Validation).Sum() == 0
        ? FormattableString.Invariant($"held no pictures out of training to compare on (validation: {options.Validation}): ")
            + "train with, say, --set run.validation=0.1"
        : $"was recorded before runs kept what they say of held out pictures: remove the run's folder {run.Id} and train it again";

    private static DiagnosticException Mistake(string message) => new(Diagnostic.Error(message));
}
