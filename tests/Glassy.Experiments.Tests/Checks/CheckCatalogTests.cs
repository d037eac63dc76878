using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;
using Run = Glassy.Runs.Run;

namespace Glassy.Tests.Checks;

/// <summary>
/// A run of 1,000 test pictures of two classes, 950 of them right, that passes every check; and what makes each of them fail.
/// </summary>
public sealed class CheckCatalogTests
{
    private const int Pictures = 1000;
    private const string Calibration = "calibration.equalWidth.expectedCalibrationError";

    private static readonly DuplicateReport Clean = new(
        [
            new SplitOverlap(SplitKind.Train, SplitKind.Train, 0, 0), new SplitOverlap(SplitKind.Test, SplitKind.Train, 0, 1),
            new SplitOverlap(SplitKind.Test, SplitKind.Test, 0, 0)
        ],
        [], 0, [], [], [], IsNearComplete: true, new SharedGroups(5, 5, 0, []));

    private static readonly Run Sound = SampleRun.Make() with
    {
        Dataset = SampleRun.Dataset with { Train = new SplitInfo(1100, [1000, 100]), Test = new SplitInfo(Pictures, [500, 500]) },
        Commit = new string('c', 40),
    };

    private static readonly RunResults Results = ResultsOf(Sound, PredictionsOf(950, 0.05f)) with
    {
        Duplicates = Clean,
        Notes = new LabelNotes("Gardeners", null, NotesOf(10)),
        Intervals = [new FigureInterval(Calibration, new Interval(0, 0.02), 0.02)],
    };

    private static readonly CheckedRun Passing = new(Results, SetOf(("a", 1), ("a", 2)), new LookCount(2, 0));

    /// <summary>By code, the passing run with one thing changed.</summary>
    private static readonly IReadOnlyDictionary<string, CheckedRun> Failing = new Dictionary<string, CheckedRun>
    {
        ["GL001"] = With(Results with { Duplicates = Clean with { LeakedTest = [7] } }),
        ["GL002"] = With(Results with { Duplicates = Clean with { Overlaps = [new SplitOverlap(SplitKind.Test, SplitKind.Train, 0, 2)] } }),
        ["GL003"] = With(Results with { Duplicates = Clean with { Contradicted = 1 } }),
        ["GL004"] = With(Results with { Duplicates = Clean with { Groups = new SharedGroups(5, 5, 12, ["anna"]) } }),
        ["GL005"] = With(Results with { Run = Sound with { Dataset = Sound.Dataset with { Train = new SplitInfo(1101, [1001, 100]) } } }),
        ["GL006"] = With(Results with { Run = Sound with { Dataset = Sound.Dataset with { Test = new SplitInfo(Pictures, [940, 60]) } } }),
        ["GL007"] = Passing with { Runs = SetOf(("a", 1)) },
        ["GL008"] = Passing with { Runs = SetOf(("a", 1), ("b", 2)) },
        ["GL009"] = With(ResultsOf(Sound, PredictionsOf(95, 0.05f, 100))),
        ["GL010"] = With(
            ResultsOf(Sound, [.. PredictionsOf(950, 0.05f), new Prediction(Pictures, 2, 2, Logs(0, 0.9f))], ["left", "right", "up"])),
        ["GL011"] = With(Results with { Notes = new LabelNotes("Gardeners", null, NotesOf(11)) }),
        ["GL012"] = With(Results with { Intervals = [new FigureInterval(Calibration, new Interval(0.001, 0.02), 0.02)] }),
        ["GL013"] = With(Results with { Run = Sound with { Dataset = Sound.Dataset with { Remarks = [LeftOut("not_read")] } } }),
        ["GL014"] = With(Results with { Run = Sound with { Commit = null } }),
        ["GL015"] = With(Results with { Run = Sound with { Environment = null } }),
        ["GL016"] = With(Results with { Run = Sound with { Dataset = Sound.Dataset with { Train = new SplitInfo(10, [0, 10]) } } }),
        ["GL017"] = With(Results with { Duplicates = Clean with { Overlaps = [new SplitOverlap(SplitKind.Test, SplitKind.Test, 2, 0)] } }),
        ["GL018"] = With(
            ResultsOf(Sound, [.. PredictionsOf(950, 0.05f), new Prediction(Pictures, 2, 0, Logs(0, 0.9f))], ["left", "right", "up"])),
        ["GL019"] = With(ResultsOf(Sound, [.. PredictionsOf(950, 0.05f).Take(999), new Prediction(999, 1, 0, [0, -103.27893f])])),
    };

    public static TheoryData<string> Codes => [.. CheckCatalog.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_check_passes_where_all_is_well_and_fails_where_its_subject_is_not(string code)
    {
        Assert.Equal(CheckState.Passed, StateOf(code, Passing));
        Assert.Equal(CheckState.Failed, StateOf(code, Failing[code]));
    }

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        Assert.Equal(CheckCatalog.Codes.Distinct().Order(StringComparer.Ordinal), CheckCatalog.Codes);
        Assert.Equal(CheckCatalog.Codes, Failing.Keys);
    }

    [Fact]
    public void A_failure_with_a_reason_is_muted_and_a_reason_without_a_failure_changes_nothing()
    {
        var muted = new Dictionary<string, string> { ["GL007"] = "one seed suffices here", ["GL001"] = "never" };

        var results = CheckCatalog.Of(Failing["GL007"], muted);

        Assert.Equal(
            (CheckState.Muted, "one seed suffices here"),
            results.Where(check => check.Code == "GL007").Select(check => (check.State, check.Muted)).Single());
        Assert.Equal(
            (CheckState.Passed, null), results.Where(check => check.Code == "GL001").Select(check => (check.State, check.Muted)).Single());
    }

    [Fact]
    public void What_is_not_known_of_a_run_is_not_applicable_and_says_why()
    {
        var bare = Passing with
        {
            Runs = SetOf(("a", 1)),
            Results = RunResults.Of(
                Sound with
                {
                    Options = null,
                    Environment = null,
                    Dataset = Sound.Dataset with { Shape = new Glassy.Imaging.ImageShape(0, 0, 0), Train = new SplitInfo(0, [0, 0]) }
                },
                [.. PredictionsOf(950, 0.05f).Select(prediction => prediction with { LogProbabilities = [] })]),
        };

        var unknown = CheckCatalog.Of(bare, new Dictionary<string, string>())
            .Where(check => check.State == CheckState.NotApplicable)
            .ToDictionary(check => check.Code, check => check.WhyNot!);

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["GL001"] = "not_looked",
                ["GL002"] = "not_looked",
                ["GL003"] = "not_looked",
                ["GL004"] = "not_grouped",
                ["GL005"] = "not_trained_here",
                ["GL007"] = "not_trained_here",
                ["GL008"] = "not_trained_here",
                ["GL011"] = "not_doubted",
                ["GL012"] = "not_probable",
                ["GL013"] = "not_pictures",
                ["GL017"] = "not_looked",
                ["GL019"] = "not_probable",
            },
            unknown);
    }

    [Fact]
    public void Choosing_among_recipes_is_no_failure_where_pictures_are_held_out_to_choose_by()
    {
        var chosen = Failing["GL008"];
        var run = Sound with { Options = Sound.OwnOptions with { Validation = 0.1 } };

        Assert.Equal(CheckState.Passed, StateOf("GL008", chosen with { Results = Results with { Run = run } }));
        Assert.Equal(CheckState.Passed, StateOf("GL008", chosen with { Looks = new LookCount(1, 0) }));
    }

    [Fact]
    public void Files_that_are_no_pictures_may_be_left_out() =>
        Assert.Equal(CheckState.Passed, StateOf(
            "GL013", With(Results with { Run = Sound with { Dataset = Sound.Dataset with { Remarks = [LeftOut("no_picture")] } } })));

    private static CheckState StateOf(string code, CheckedRun run) =>
        CheckCatalog.Of(run, new Dictionary<string, string>()).Single(check => check.Code == code).State;

    private static CheckedRun With(RunResults results) => Passing with { Results = results };

    private static RunResults ResultsOf(Run run, IReadOnlyList<Prediction> predictions, IReadOnlyList<string>? classes = null) =>
        new(run, predictions, EvaluationReport.From(classes ?? run.Dataset.Classes, predictions));

    /// <summary>Half of each class, the first of all right.</summary>
    private static List<Prediction> PredictionsOf(int right, float rest, int total = Pictures) =>
    [
        .. Enumerable.Range(0, total).Select(i => (Label: i % 2, Answer: i < right ? i % 2 : 1 - (i % 2)))
            .Select((pair, i) => new Prediction(i, pair.Label, pair.Answer, Logs(pair.Answer, 1 - rest))),
    ];

    private static float[] Logs(int answer, float share) =>
        [.. Enumerable.Range(0, 3).Select(c => MathF.Log(c == answer ? share : (1 - share) / 2))];

    private static List<LabelNote> NotesOf(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new LabelNote(i, i % 2, null, LabelVerdict.Neither))];

    private static DatasetRemark LeftOut(string why) => new("", IsWarning: true)
    {
        Kind = "left_out",
        Numbers = new Dictionary<string, long> { ["count"] = 3, ["others"] = 0 },
        LeftOut = [new LeftOutKind("HEIC", why, null, 3)],
    };

    private static RunSet SetOf(params (string Name, int Seed)[] runs) => new(
        [
            .. runs.Select(run => new RecipeRun(
                new Recipe(
                    run.Name,
                    RecipeSet.Quick,
                    Sound.Options,
                    [new VariedOption("seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture))]),
                SampleRun.Make(run.Seed == 1 ? SampleRun.Id : new string('9', 16)),
                isNew: false,
                () => Results)),
        ],
        []);
}
