using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Diagnostics;
using Glassy.Tokens;
using Glassy.Wording;
using static System.FormattableString;

namespace Glassy.Describing;

/// <summary>A dataset's report for a person at a terminal.</summary>
public static class DatasetReportText
{
    private const int MostPairs = 5;

    public static string Write(DatasetReport report)
    {
        var info = report.Info;
        var size = info.Shape.Length == 0
            ? "predictions alone, without pictures"
            : Invariant($"each {info.Shape.Width}×{info.Shape.Height} pixels in {(info.Shape.Channels > 1 ? "colour" : "grey")}");
        string[] lines =
        [
            Invariant($"{info.Name}: {Counted.Of(info.Classes.Count, "class", "classes")}, {size}"),
            "",
            .. TableOf(report),
            "",
            .. BalanceOf(report),
            .. report.Duplicates is { } duplicates ? DuplicatesOf(duplicates, report) : [],
            .. (info.Remarks ?? []).Select(RemarkSentence.OnTerminal),
        ];
        return string.Concat(lines.Select(line => $"{line}\n"));
    }

    private static IEnumerable<string> TableOf(DatasetReport report)
    {
        var width = Math.Clamp(report.Info.Classes.Max(name => name.Length), 5, 40);
        yield return $"{"class".PadRight(width)}{string.Concat(report.Splits.Select(split => $"{split.Name,12}"))}";
        foreach (var (label, name) in report.Info.Classes.Index())
        {
            yield return $"{name.PadRight(width)}{string.Concat(report.Splits.Select(split => Invariant($"{split.Split.PerClass[label],12:N0}")))}";
        }

        yield return $"{"all".PadRight(width)}{string.Concat(report.Splits.Select(split => Invariant($"{split.Split.Count,12:N0}")))}";
    }

    private static IEnumerable<string> BalanceOf(DatasetReport report)
    {
        var balance = report.Balance;
        var ratio = balance.Ratio is { } times ? Invariant($": {times:F2} to 1") : "";
        yield return balance.IsEven
            ? Invariant($"Every class has {Counted.Of(balance.Most, "picture")}{(report.Info.Train.Count > 0 ? " to learn from" : "")}.")
            : Invariant(
                $"The largest class is {balance.Largest} with {Counted.Of(balance.Most, "picture")}, the smallest {balance.Smallest} with {balance.Fewest:N0}{ratio}.");
        yield return Invariant(
            $"Always answering {(report.Test.IsEven ? "the same class" : report.Test.Largest)} is right on {report.Baseline * 100:F2}% of the test pictures.");
    }

    private static IEnumerable<string> DuplicatesOf(DuplicateReport found, DatasetReport report)
    {
        var pairs = found.Equal
            .Concat(found.Contradictions)
            .Distinct()
            .Take(MostPairs)
            .Select(pair => $"  {Shown(pair.Second, report)} = {Shown(pair.First, report)}")
            .Concat(found.Near
            .Take(MostPairs)
            .Select(pair => Invariant($"  {Shown(pair.Second, report)} ≈ {Shown(pair.First, report)}, {pair.Correlation:F3}"))).ToList();
        return
        [
            .. DuplicateSentences.Of(found, report.Info.Test.Count, WordsReader.English),
            .. pairs.Count > 0 ? ["For instance:", .. pairs] : Array.Empty<string>(),
            .. found.Groups is { Shared: [_, ..] shared }
                ? [$"Groups in both splits: {string.Join(", ", shared.Take(MostPairs))}{(shared.Count > MostPairs ? ", …" : "")}"]
                : Array.Empty<string>(),
        ];
    }

    private static string Shown(PicturePlace place, DatasetReport report)
    {
        var split = place.Split switch
        {
            SplitKind.Train => "training",
            SplitKind.Validation => "validation",
            _ => "test",
        };
        return Invariant($"{place.Name ?? Invariant($"{split} picture {place.Index}")} ({report.Info.Classes[place.Label]})");
    }
}
