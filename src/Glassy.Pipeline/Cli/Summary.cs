using Glassy.Checks;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Pipelines;
using Glassy.Recipes;
using Glassy.Tokens;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Cli;

/// <summary>What a build came to, in a few lines that a person reads at its end.</summary>
internal static class Summary
{
    public static void Print(ExecutionResult result, BuildSettings settings, TimeSpan elapsed, Verbosity verbosity, TextWriter to)
    {
        if (verbosity == Verbosity.Detailed)
        {
            foreach (var phase in result.Durations)
            {
                to.WriteLine(Invariant($"  {NameOf(phase.Pipeline),-8} {phase.Phase,-12} {phase.Duration.TotalMilliseconds,8:F0} ms"));
            }
        }

        if (result.Failed)
        {
            var errors = result.Diagnostics.Count(d => d.Severity == Severity.Error);
            var written = NewRuns(result) is > 0 and var made ? $"{Counted(made, "run")} recorded" : "nothing was written";
            to.WriteLine($"{Counted(errors, "error")}; {written}, the site is as it was.");
            return;
        }

        to.WriteLine();
        foreach (var (label, text) in Rows(result, settings))
        {
            to.WriteLine(Invariant($"  {label,-9} {text}"));
        }

        if (result.Diagnostics.Count > 0)
        {
            to.WriteLine(Invariant($"  {"look at",-9} {Counted(result.Diagnostics.Count, "warning")} above"));
        }

        to.WriteLine(Invariant($"  {"time",-9} {Seconds(elapsed)}  ({string.Join(", ", Stages(result))})"));
    }

    private static IEnumerable<(string Label, string Text)> Rows(ExecutionResult result, BuildSettings settings)
    {
        if (result.Of<FoundDataset>() is { Info: var dataset })
        {
            yield return (
                "dataset",
                Invariant(
                    $"{dataset.Name}: {dataset.Train.Count:N0} training and {dataset.Test.Count:N0} test pictures, {Diagnostics.Counted.Of(dataset.Classes.Count, "class", "classes")}"));
            if (settings.Shard is { } shard)
            {
                yield return ("shard", Describe(shard, WantedRuns.Of(settings, dataset).Count, WantedRuns.Here(settings, dataset).Count));
            }
        }

        if (result.Of<RunSet>() is { } set && set.Runs.Count + set.Missing.Count > 1)
        {
            var recorded = set.Runs.DistinctBy(recipe => recipe.Run.Id).Count();
            yield return (
                "runs", Invariant($"{recorded:N0} recorded, {NewRuns(result):N0} of them new; {set.Missing.Count:N0} not made yet"));
        }

        if (result.Of<FoundRun>() is { Run: var run } found)
        {
            var origin = found.IsNew ? "new" : "recorded before";
            yield return ("run", $"{run.Id} ({origin})");
            yield return (
                "accuracy",
                Invariant(
                    $"{run.Metrics.Accuracy * 100:F2}% ({run.Metrics.Correct:N0} of {run.Dataset.Test.Count:N0}), {(run.Metrics.Loss is { } loss ? Invariant($"loss {loss:F4}") : "without probabilities")}"));
            if (LeakSentences.Of(found.Results, WordsReader.English) is { } leaks)
            {
                yield return ("leaks", leaks);
            }
        }

        foreach (var check in FailedChecks(result))
        {
            yield return ("check", check);
        }

        if (result.Of<ExportedPictures>() is { } pictures)
        {
            var files = result.Outputs[nameof(ImagesPipeline)].Count(d => d.Destination is not null);
            yield return ("pictures", Invariant($"{files:N0} files{(pictures.FromCache ? ", from the cache" : "")}"));
        }

        if (result.Of<WriteReport>() is { } written)
        {
            yield return (
                "site",
                Invariant(
                    $"{Counted(written.Pages, "page")}; {Counted(written.Written, "file")} written, {written.Unchanged:N0} unchanged, {written.Removed:N0} removed"));
            yield return ("open", new ProjectFolder(Environment.CurrentDirectory).Relative(Path.Combine(settings.Output, "index.html")));
        }
    }

    /// <summary>One line for each check that failed and is not muted.</summary>
    internal static IReadOnlyList<string> FailedChecks(ExecutionResult result)
    {
        var sentences = new CheckSentences(WordsReader.English);
        return [.. result.Of<FoundRun>()?.Checks
            .Where(check => check.State == CheckState.Failed)
            .Select(check => $"{check.Code} failed, expected: {sentences.Name(check)}. Found: {sentences.Found(check)}") ?? []];
    }

    private static int NewRuns(ExecutionResult result) =>
        result.Of<RunSet>()?.Runs.Where(recipe => recipe.IsNew).DistinctBy(recipe => recipe.Run.Id).Count() ?? 0;

    private static string Describe(Shard shard, int all, int here) => here == 0
        ? $"{shard}: nothing to make, of {Counted(all, "run")} for {Counted(shard.Count, "shard")}"
        : $"{shard}: {here} of {Counted(all, "run")}";

    /// <summary>"1 file", "2 files".</summary>
    internal static string Counted(int count, string what) => Invariant($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static IEnumerable<string> Stages(ExecutionResult result) => result.Durations
        .GroupBy(d => d.Pipeline)
        .Select(g => (Name: NameOf(g.Key), Time: TimeSpan.FromTicks(g.Sum(d => d.Duration.Ticks))))
        .Where(stage => stage.Time.TotalSeconds >= 0.05) // the others are shown as 0.0 s
        .Select(stage => $"{stage.Name} {Seconds(stage.Time)}");

    private static string NameOf(string pipeline) => pipeline.Replace(nameof(Pipeline), "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:F1} s");
}
