namespace Glassy.Checks;

/// <summary>Checks of how the run came about and what is recorded of it.</summary>
internal static class RecordChecks
{
    public static CheckOutcome Seeds(CheckedRun run) => run.Run.Options is null && run.Seeds < 2
        ? CheckOutcome.NotKnown("not_trained_here")
        : CheckOutcome.Found(run.Seeds < 2, CheckValue.Count("number", Math.Max(1, run.Seeds)));

    /// <summary>Where nothing is held out of training there is only the test split to choose by.</summary>
    public static CheckOutcome Chosen(CheckedRun run)
    {
        if (run.Run.Options is not { } options)
        {
            return CheckOutcome.NotKnown("not_trained_here");
        }

        var choices = run.Runs.Groups.Count;
        var isHeldOut = options.Validation > 0 || run.Run.Dataset.Validation is not null;
        return CheckOutcome.Found(
            !isHeldOut && choices > 1 && run.Looks.Total > 1,
            CheckValue.Count("looks", run.Looks.Total),
            CheckValue.Count("scores", run.Looks.Scores),
            CheckValue.Count("comparisons", run.Looks.Comparisons),
            CheckValue.Count("choices", choices), CheckValue.Count(
                "held_out", run.Run.Dataset.Validation?.Count ?? (long)Math.Round(options.Validation * run.Run.Dataset.Train.Count)));
    }

    public static CheckOutcome Commit(CheckedRun run) =>
        CheckOutcome.Found(
            run.Run.Commit is null,
            CheckValue.Called("commit", run.Run.Commit is { } commit ? commit[..Math.Min(10, commit.Length)] : "–"));

    public static CheckOutcome Versions(CheckedRun run)
    {
        var text = run.Run.Environment is { } here
            ? $"Glassy {here.Glassy}, TorchSharp {here.TorchSharp}, .NET {here.Dotnet}, {here.Os}, {here.Architecture}"
            : run.Run.Foreign?.Framework;
        return CheckOutcome.Found(text is null, CheckValue.Called("versions", text ?? "–"));
    }
}
