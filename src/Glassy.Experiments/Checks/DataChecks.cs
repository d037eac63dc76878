using Glassy.Datasets;
using Glassy.Datasets.Folders;

namespace Glassy.Checks;

/// <summary>Checks of the pictures and how they are split.</summary>
internal static class DataChecks
{
    /// <summary>
    /// Of plain shapes a few are nearly alike by accident: of MNIST's 10,000 test pictures one is nearly a training picture.
    /// </summary>
    private const double NearByAccident = 0.001;

    /// <summary>So many times the pictures of the smallest class the largest may have.</summary>
    private const double MostImbalance = 10;

    /// <summary>
    /// Why files are left out that may be pictures of the dataset, by <see cref="LeftOutKind.Why"/>; the others are none.
    /// </summary>
    private static readonly string[] MayBePictures = ["not_read", "no_class", "beside_splits", "no_split", "not_named"];

    public static CheckOutcome Leaked(CheckedRun run) => run.Results.Leaks is not { } leaks
        ? CheckOutcome.NotKnown("not_looked")
        : CheckOutcome.Found(leaks.Leaked > 0, CheckValue.Count("number", leaks.Leaked), CheckValue.Count("total", leaks.Total));

    public static CheckOutcome Near(CheckedRun run)
    {
        if (run.Results.Duplicates is not { } duplicates)
        {
            return CheckOutcome.NotKnown("not_looked");
        }

        var near = duplicates.Overlaps.FirstOrDefault(overlap => overlap is { Of: SplitKind.Test, In: SplitKind.Train });
        return near?.Near is not { } count
            ? CheckOutcome.NotKnown("not_near")
            : CheckOutcome.Found(
                count > NearByAccident * run.Run.Dataset.Test.Count,
                CheckValue.Count("number", count),
                CheckValue.Count("total", run.Run.Dataset.Test.Count),
                CheckValue.Share("most", NearByAccident));
    }

    public static CheckOutcome Contradicted(CheckedRun run) => run.Results.Duplicates is not { } duplicates
        ? CheckOutcome.NotKnown("not_looked")
        : CheckOutcome.Found(duplicates.Contradicted > 0, CheckValue.Count("number", duplicates.Contradicted));

    public static CheckOutcome Repeated(CheckedRun run) => run.Results.Duplicates is not { } duplicates
        ? CheckOutcome.NotKnown("not_looked")
        : CheckOutcome.Found(
            duplicates.EqualIn(SplitKind.Test, SplitKind.Test) > 0,
            CheckValue.Count("number", duplicates.EqualIn(SplitKind.Test, SplitKind.Test)),
            CheckValue.Count("total", run.Run.Dataset.Test.Count));

    public static CheckOutcome SharedGroups(CheckedRun run) => run.Results.Duplicates?.Groups is not { } groups
        ? CheckOutcome.NotKnown("not_grouped")
        : CheckOutcome.Found(
            groups.Shared.Count > 0,
            CheckValue.Count("number", groups.Shared.Count),
            CheckValue.Count("groups", groups.Test),
            CheckValue.Count("pictures", groups.Pictures));

    public static CheckOutcome Balance(CheckedRun run)
    {
        var dataset = run.Run.Dataset;
        if (dataset.Train.Count == 0)
        {
            return CheckOutcome.NotKnown("not_trained_here");
        }

        var balance = ClassBalance.Of(dataset.Classes, dataset.Train);
        return CheckOutcome.Found(
            balance.Ratio is not { } ratio || ratio > MostImbalance,
            CheckValue.Called("largest", balance.Largest), CheckValue.Count("most", balance.Most),
            CheckValue.Called("smallest", balance.Smallest),
            CheckValue.Count("fewest", balance.Fewest),
            CheckValue.Count("times", (long)MostImbalance));
    }

    public static CheckOutcome AbsentClasses(CheckedRun run)
    {
        var dataset = run.Run.Dataset;
        var absent = dataset.Classes
            .Where((_, c) => dataset.Test.PerClass[c] == 0 || (dataset.Train.Count > 0 && dataset.Train.PerClass[c] == 0))
            .Count();
        return CheckOutcome.Found(absent > 0, CheckValue.Count("number", absent), CheckValue.Count("total", dataset.Classes.Count));
    }

    public static CheckOutcome LeftOut(CheckedRun run)
    {
        var dataset = run.Run.Dataset;
        if (dataset.Shape.Length == 0)
        {
            return CheckOutcome.NotKnown("not_pictures");
        }

        var remarks = dataset.Remarks ?? [];
        if (remarks.Any(remark => remark.Kind is null))
        {
            return CheckOutcome.NotKnown("not_counted"); // a record of before remarks had facts
        }

        var kinds = remarks.SelectMany(remark => remark.LeftOut ?? []).ToList();
        var others = remarks.Where(remark => remark.LeftOut is not null).Sum(remark => remark.Numbers?.GetValueOrDefault("others") ?? 0);
        var pictures = kinds.Where(kind => MayBePictures.Contains(kind.Why)).Sum(kind => kind.Count) + others;
        return CheckOutcome.Found(
            pictures > 0, CheckValue.Count("number", pictures), CheckValue.Count("all", kinds.Sum(kind => (long)kind.Count) + others));
    }
}
