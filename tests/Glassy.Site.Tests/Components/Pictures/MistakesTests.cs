using Glassy.Components.Binding;
using Glassy.Components.Pictures;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Tests.Components.Pictures;

/// <summary>The few mistakes that a write-up shows, and the row of samples.</summary>
public sealed class MistakesTests
{
    private static readonly float[][] Sureness = [[], [], [], [0.05f, 0.05f, 0.9f], [0.6f, 0.2f, 0.2f], [], [0.98f, 0.01f, 0.01f]];

    [Fact]
    public void By_confidence_the_surest_come_first()
    {
        var model = Model("<Mistakes by=\"confidence\" count={2} errors=\"./page.md\" />", WithSureness());

        Assert.Equal(["#picture-6", "#picture-3"], model.Tiles.Select(tile => tile.Href![tile.Href!.IndexOf('#')..]));
        Assert.Equal(("cat", "dog"), (model.Tiles[0].Caption, model.Tiles[0].Truth));
        Assert.Equal("the surest 2 of 3 mistakes, 90.00% to 98.00% sure", model.Note);
    }

    [Fact]
    public void By_pair_only_those_of_the_two_classes_that_are_confused_most()
    {
        var model = Model("<Mistakes by=\"pair\" />", WithSureness());

        Assert.Equal(["dog-0001-cat.png", "dog-0000-cat.png"], model.Tiles.Select(tile => Path.GetFileName(tile.Href)));
        Assert.Equal("2 of 2 pictures of cat and dog", model.Note);
    }

    [Fact]
    public void By_doubt_only_those_whose_label_is_noted()
    {
        var model = Model("<Mistakes by=\"doubt\" />", WithSureness());

        Assert.Equal(["cat-0000-big-fish.png", "dog-0000-cat.png"], model.Tiles.Select(tile => Path.GetFileName(tile.Href)));
        Assert.All(model.Tiles, tile => Assert.NotNull(tile.Doubt));
        Assert.StartsWith("2 of 2 mistakes;", model.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("confidence", "Every test picture was read right.")]
    [InlineData("pair", "No two classes were taken for each other.")]
    [InlineData("doubt", "No mistake is on a picture whose label is known to be doubted.")]
    public void Without_mistakes_a_sentence_says_so(string by, string expected)
    {
        var right = RecordedRun.Predictions.Select(prediction => prediction with { Predicted = prediction.Label }).ToList();

        var model = Model($"<Mistakes by=\"{by}\" />", Of(right));

        Assert.Empty(model.Tiles);
        Assert.Equal(expected, model.Note);
    }

    [Fact]
    public void Answers_alone_have_no_order_by_confidence()
    {
        var bare = RecordedRun.Predictions.Select(
            prediction => new Prediction(prediction.Index, prediction.Label, prediction.Predicted, [])).ToList();

        var site = new SiteFixture("<Mistakes by=\"confidence\" />\n\n<Mistakes by=\"pair\" />", Of(bare));

        Assert.Contains("cannot be ordered by how sure it was", site.Templates.Model<Absent>().Text, StringComparison.Ordinal);
        Assert.Equal(
            ["dog-0000-cat.png", "dog-0001-cat.png"],
            site.Templates.Model<ImagesTableModel>().Tiles.Select(tile => Path.GetFileName(tile.Href)));
    }

    [Theory]
    [InlineData("<Mistakes by=\"sureness\" />", "<Mistakes> `by` cannot be `sureness`")]
    [InlineData("<Mistakes by=\"pair\" count={0} />", "<Mistakes>: `count` is 0, expected 1 or more")]
    [InlineData("<Samples split=\"validation\" />", "<Samples> `split` cannot be `validation`")]
    [InlineData("<Samples split=\"test\" classes={0} />", "<Samples>: `classes` is 0, expected 1 or more")]
    public void What_cannot_be_shown_is_an_error_with_its_place(string tag, string expected)
    {
        var problem = Assert.Single(new SiteFixture($"# T\n\n{tag}", RecordedRun.Site).Problems);

        Assert.StartsWith("input/page.md:3:", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Samples split=\"test\" />", new[] { "cat", "dog", "big fish" }, "the first of each class, of 9")]
    [InlineData("<Samples split=\"test\" classes={2} />", new[] { "cat", "dog" }, "the first of 2 of the 3 classes, of 9")]
    [InlineData("<Samples split=\"train\" />", new[] { "cat", "dog" }, "the first of each class, of 1,300")] // there is none of a fish
    public void Samples_are_the_first_of_each_class(string tag, string[] classes, string note)
    {
        var model = Model(tag, RecordedRun.Site);

        Assert.Equal(classes, model.Tiles.Select(tile => tile.Truth));
        Assert.Equal(note, model.Note);
    }

    private static ImagesTableModel Model(string tag, ComponentSite recorded)
    {
        var site = new SiteFixture(tag, recorded);
        Assert.Empty(site.Problems);
        return site.Templates.Model<ImagesTableModel>();
    }

    private static ComponentSite WithSureness() =>
        Of([.. RecordedRun.Predictions.Select(prediction => prediction.IsCorrect
            ? prediction
            : prediction with { LogProbabilities = [.. Sureness[prediction.Index].Select(share => MathF.Log(share))] })]);

    private static ComponentSite Of(IReadOnlyList<Prediction> predictions) => RecordedRun.Site with
    {
        Predictions = predictions,
        Results = RunResults.Of(RecordedRun.Run, predictions) with { Notes = RecordedRun.Notes },
    };
}
