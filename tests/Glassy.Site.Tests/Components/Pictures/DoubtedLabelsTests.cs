using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Runs;

namespace Glassy.Tests.Components.Pictures;

/// <summary>Labels that the model doubts, as a page shows them.</summary>
public sealed class DoubtedLabelsTests
{
    [Fact]
    public void Each_doubt_has_both_classes_the_nearest_training_pictures_and_what_people_say()
    {
        var model = Model("<DoubtedLabels errors=\"./page.md\" />", RecordedRun.Site with
        {
            Pictures = RecordedRun.Pictures with { NearestLabels = new Dictionary<int, IReadOnlyList<int>> { [3] = [1, 2, 2, 0, 2] } },
        });

        Assert.Equal(
            [(3, "cat", "big fish", "people read none of the classes"), (4, "dog", "cat", "people read cat"), (6, "dog", "cat", null)],
            model.Rows.Select(row => (row.Index, row.Given, row.Suggested, row.Noted)));
        Assert.Equal([("big fish", 3), ("cat", 1), ("dog", 1)], model.Rows[0].Nearest.Select(near => (near.Name, near.Count)));
        Assert.Empty(model.Rows[1].Nearest);
        Assert.EndsWith("#picture-6", model.Rows[2].Tile!.Href, StringComparison.Ordinal);
        Assert.Equal((0.125, 0.75), (Math.Round(model.Rows[0].GivenProbability, 6), Math.Round(model.Rows[0].SuggestedProbability, 6)));
        Assert.All(model.Rows, row => Assert.True(row.IsConfident));
    }

    [Fact]
    public void How_many_labels_are_wrong_is_estimated_and_how_many_of_those_that_people_found_are_among_the_first()
    {
        var model = Model("<DoubtedLabels count={1} />", RecordedRun.Site);

        Assert.Single(model.Rows);
        Assert.Equal((3, 9), (Math.Round(model.Wrong, 6), model.Total)); // one of four cats and two of three dogs
        Assert.NotNull(model.Interval);
        Assert.Equal(new DoubtedLabelsComponent.KnownDoubts(2, 2, 50), model.Known);
        Assert.Equal("dog-0000-cat.png", Path.GetFileName(Model("<DoubtedLabels />", RecordedRun.Site).Rows[1].Tile!.Href));
    }

    [Fact]
    public void Without_notes_nothing_is_said_of_them()
    {
        var model = Model("<DoubtedLabels />", RecordedRun.Site with { Results = RecordedRun.Results with { Notes = null } });

        Assert.Equal((null, null, "{}"), (model.Known, model.Source, model.Notes));
        Assert.All(model.Rows, row => Assert.Null(row.Noted));
    }

    [Fact]
    public void Answers_alone_speak_against_no_label()
    {
        var bare = RecordedRun.Predictions.Select(prediction => prediction with { LogProbabilities = [] }).ToList();
        var site = new SiteFixture(
            "<DoubtedLabels />", RecordedRun.Site with { Predictions = bare, Results = RunResults.Of(RecordedRun.Run, bare) });

        Assert.Empty(site.Problems);
        Assert.Contains("without probabilities", site.Templates.Model<Absent>().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void More_than_fifty_or_none_cannot_be_shown(int count)
    {
        var problem = Assert.Single(new SiteFixture($"# T\n\n<DoubtedLabels count={{{count}}} />", RecordedRun.Site).Problems);

        Assert.StartsWith("input/page.md:3:", problem, StringComparison.Ordinal);
        Assert.Contains($"<DoubtedLabels>: `count` is {count}, expected 1 to 50", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_notes_are_read_back_as_they_were()
    {
        string[] classes = ["cat", "a \"dog\": 1", "big fish"];
        LabelNote[] notes =
        [
            new(0, 0, 1, LabelVerdict.Consensus), new(1, 1, null, LabelVerdict.Neither), new(2, 2, null, LabelVerdict.Split)
        ];
        var text = "source: Cats\nnotes:\n" + string.Concat(LabelNotesFile.Lines(notes, classes).Values.Select(line => $"  - {line}\n"));

        var mistakes = new List<Diagnostic>();
        var read = LabelNotesFile.Parse("notes.yml", text, classes, [0, 1, 2], mistakes);

        Assert.Empty(mistakes);
        Assert.Equal(notes, read.Notes);
    }

    private static DoubtedLabelsComponent.Model Model(string tag, ComponentSite recorded)
    {
        var site = new SiteFixture(tag, recorded);
        Assert.Empty(site.Problems);
        return site.Templates.Model<DoubtedLabelsComponent.Model>();
    }
}
