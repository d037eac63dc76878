using Glassy.Checks;
using Glassy.Comparison;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Theme;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Tests.Tokens;

public sealed class CheckSentencesTests
{
    private static readonly ProjectFolder NoProject = new(Path.Combine(Path.GetTempPath(), "glassy-no-such-project"));

    /// <summary>Of a run of which everything is known.</summary>
    private static readonly IReadOnlyList<CheckResult> Known = CheckCatalog.Of(
        new CheckedRun(
            RecordedRun.Results with
            {
                Duplicates = new DuplicateReport(
                    [new SplitOverlap(SplitKind.Test, SplitKind.Train, 0, 1)],
                    [3],
                    2,
                    [],
                    [],
                    [],
                    IsNearComplete: true,
                    new SharedGroups(4, 3, 2, ["anna"])),
                Intervals = [new FigureInterval("calibration.equalWidth.expectedCalibrationError", new Interval(0, 0.3), 0.3)],
            },
            RecordedRun.Site.Runs!,
            new LookCount(3, 1)),
        new Dictionary<string, string>());

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_check_says_what_it_asks_and_found_and_why_it_matters_and_what_mends_it(string language)
    {
        var sentences = new CheckSentences(new WordsReader(NoProject, ThemeFiles.Of(NoProject).Folders).Read(language));

        Assert.Equal(CheckCatalog.Codes, Known.Select(check => check.Code));
        Assert.DoesNotContain(Known, check => check.State == CheckState.NotApplicable);
        Assert.All(Known, check => Assert.All(
            [sentences.Name(check), sentences.Found(check), sentences.Why(check), sentences.Mend(check), sentences.State(check)],
            text => Assert.NotEqual("", text)));
    }

    [Fact]
    public void What_is_found_has_the_figures_of_the_run() => Assert.Equal(
        "1 of 9 test pictures equal a training picture in every pixel.",
        new CheckSentences(WordsReader.English).Found(Known[0]));

    [Theory]
    [InlineData("looked")]
    [InlineData("near")]
    [InlineData("grouped")]
    [InlineData("trained_here")]
    [InlineData("drawn")]
    [InlineData("doubted")]
    [InlineData("probable")]
    [InlineData("pictures")]
    [InlineData("counted")]
    public void Why_one_is_not_applicable_is_said(string whyNot) => Assert.EndsWith(
        ".", new CheckSentences(WordsReader.English).Found(
            Known[0] with { State = CheckState.NotApplicable, WhyNot = "not_" + whyNot, Values = [] }), StringComparison.Ordinal);
}
