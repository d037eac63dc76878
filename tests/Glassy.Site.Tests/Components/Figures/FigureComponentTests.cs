using System.Xml.Linq;
using CsCheck;
using Glassy.Components.Figures;
using Glassy.Components.Pictures;
using Glassy.Imaging;
using Glassy.Metrics;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Tests.Components.Figures;

/// <summary>Components that show a run's figures with their uncertainty.</summary>
public sealed class FigureComponentTests
{
    [Theory]
    [InlineData("Figures")]
    [InlineData("RecallBars")]
    [InlineData("ConfusedPairs")]
    [InlineData("Calibration")]
    [InlineData("ConfidenceHistogram")]
    [InlineData("LabelNotes")]
    [InlineData("RunTable")]
    [InlineData("FirstLayerWeights")]
    [InlineData("PreprocessingSteps")]
    public void Without_a_run_they_say_so(string name) => Assert.StartsWith(
        $"input/page.md:1:1: <{name}>: there is no run", Assert.Single(new SiteFixture($"<{name} />").Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("<RecallBars sort=\"recal\" />", "1:18: <RecallBars> `sort` cannot be `recal`; did you mean `recall`?")]
    [InlineData("<ConfusedPairs count={0} />", "1:1: <ConfusedPairs>: `count` is 0, expected 1 or more")]
    [InlineData(
        "<FirstLayerWeights />",
        "1:1: <FirstLayerWeights>: the first layer of `mlp` is neither dense over whole pictures nor a convolution")]
    public void What_cannot_be_is_reported_with_its_place(string page, string expected) => Assert.StartsWith(
        "input/page.md:" + expected, Assert.Single(new SiteFixture(page, RecordedRun.Site).Problems), StringComparison.Ordinal);

    [Fact]
    public void Figures_has_every_one_with_its_place_in_the_results()
    {
        var model = Model<FiguresComponent.Model>("<Figures />");
        Assert.Equal(new FiguresComponent.Row("Accuracy", "accuracy.value", "66.67%", "35.42–87.94%", "6 of 9"), model.Rows[0]);
        Assert.Equal(new FiguresComponent.Row(
            "Accuracy, labels corrected", "labelNotes.accuracy.corrected.value", "87.50%", "52.91–97.76%", "7 of 8"), model.Rows[1]);
        Assert.Equal("Top-2 accuracy", model.Rows[2].Name);
        Assert.Equal(13, model.Rows.Count);
        Assert.Equal(new RunDownloads(
            "../results.json",
            "../predictions.csv",
            "../predictions.parquet",
            "../weights.safetensors",
            "../model-card.md"), model.Downloads);
    }

    [Fact]
    public void Figures_that_are_no_shares_have_the_intervals_that_were_drawn()
    {
        var results = RecordedRun.Results with
        {
            Intervals =
            [
                new FigureInterval("macro.f1", new Interval(0.5, 0.75)),
                new FigureInterval("cohenKappa", new Interval(-0.125, 0.5)),
                new FigureInterval("calibration.equalWidth.expectedCalibrationError", new Interval(0, 0.25), Noise: 0.3),
            ],
        };
        var site = new SiteFixture("<Figures />", RecordedRun.Site with { Results = results });
        var model = site.Templates.Model<FiguresComponent.Model>();

        Assert.Equal("50.00–75.00%", Of("macro.f1").Interval);
        Assert.Equal("−0.1250–0.5000", Of("cohenKappa").Interval);
        Assert.Equal(
            ("0.00–25.00%", "15 bins of equal width; up to 30.00% by chance"),
            (Of("calibration.equalWidth.expectedCalibrationError").Interval, Of("calibration.equalWidth.expectedCalibrationError").Note));
        Assert.Null(Of("logLoss").Interval);
        Assert.Equal((2000, 0), (model.Draws, Model<FiguresComponent.Model>("<Figures />").Draws));

        FiguresComponent.Row Of(string path) => model.Rows.Single(row => row.Path == path);
    }

    [Fact]
    public void ClassReport_has_the_intervals_of_precision_and_recall()
    {
        var dog = Model<ClassReport.Model>("<ClassReport />").Rows[1];
        Assert.Equal(("dog", new Proportion(1, 1), new Proportion(1, 3)), (dog.Name, dog.Precision, dog.Recall));
    }

    [Fact]
    public void RecallBars_can_begin_with_the_worst()
    {
        Assert.Equal(["cat", "dog", "big fish"], Model<RecallBars.Model>("<RecallBars />").Rows.Select(row => row.Name));
        Assert.Equal(["dog", "cat", "big fish"], Model<RecallBars.Model>("<RecallBars sort=\"recall\" />").Rows.Select(row => row.Name));
    }

    [Fact]
    public void ConfusedPairs_are_as_many_as_asked_for()
    {
        var model = Model<ConfusedPairs.Model>("<ConfusedPairs count={1} />");
        Assert.Equal(new ConfusedPairs.Entry(new ConfusedPair("dog", "cat", new Proportion(2, 3)), null), Assert.Single(model.Ordered));
        Assert.Equal(new UnorderedPair("cat", "dog", 0, 2, new Proportion(2, 7)), Assert.Single(model.Unordered));
        Assert.Equal((2, 2), (model.OrderedTotal, model.UnorderedTotal));
    }

    [Fact]
    public void LabelNotes_shows_each_doubted_picture_with_what_people_and_the_model_say()
    {
        var model = Model<LabelNotesComponent.Model>("<LabelNotes />");
        Assert.Equal(new CorrectedAccuracy(new Proportion(6, 9), new Proportion(7, 8), 1, 1), model.Accuracy);
        Assert.Equal(
            [(3, "cat", "neither", "big fish", "left out"), (4, "dog", "cat", "cat", "agrees")],
            model.Rows.Select(row => (row.Index, row.Given, row.Consensus, row.Predicted, row.Verdict)));
        Assert.Equal("dog, test picture 4; label doubted: people read cat", model.Rows[1].Tile?.Alt);
    }

    [Fact]
    public void LabelNotes_of_a_dataset_without_notes_names_the_file_that_would_have_them()
    {
        var site = new SiteFixture("<LabelNotes />", RecordedRun.Site with { Results = RecordedRun.Results with { Notes = null } });
        Assert.Empty(site.Problems);
        var model = site.Templates.Model<LabelNotesComponent.Model>();
        Assert.Equal((null, "data/datasets/pets/label-notes.yml"), (model.Source, model.Path));
    }

    [Fact]
    public void FirstLayerWeights_names_the_strongest_units_and_its_sheet_has_a_tile_for_each()
    {
        var shape = new ImageShape(1, 2, 1);
        var layer = new FirstLayer(shape, [0, 0, 3, -4, 1, 0], [0.5f, 0, 0]);
        var assets = RecordedRun.Site.Assets! with { FirstLayer = FirstLayerFigures.Of(layer), FirstLayerWeights = "assets/w.png" };
        var site = new SiteFixture("<FirstLayerWeights />", RecordedRun.Site with { Assets = assets });
        Assert.Empty(site.Problems);

        var model = site.Templates.Model<FirstLayerWeights.Model>();
        Assert.Equal(
            ("../assets/w.png", 10, 1, 3, 3, false), (model.Src, model.Width, model.Height, model.Units, model.Shown, model.Colour));
        Assert.Equal([new UnitFigures(1, 5, -4, 3, 0), new UnitFigures(2, 1, 0, 1, 0), new UnitFigures(0, 0, 0, 0, 0.5)], model.Strongest);
        var sheet = PictureDecoder.Decode(WeightSheet.Draw(layer), "w.png");
        Assert.Equal((10, 1), (sheet.Width, sheet.Height));
    }

    [Fact]
    public void FirstLayerWeights_shows_the_filters_of_a_convolution_and_says_what_they_are()
    {
        // Two filters of 2×3 pixels and two channels, as a convolution keeps them: channel by channel.
        float[] weights = [1, 2, 3, 4, 5, 6, -1, -2, -3, -4, -5, -6, .. Enumerable.Repeat(0.5f, 12)];
        // there is one
        var layer = FirstLayer.Of(
            new Glassy.Runs.ModelWeights([new("conv2d.weight", [2, 2, 2, 3], weights), new("conv2d.bias", [2], [0, 7])]),
            new ImageShape(9, 9, 2))!;
        Assert.Equal([1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6], layer.Of(0).ToArray());
        var assets = RecordedRun.Site.Assets! with { FirstLayer = FirstLayerFigures.Of(layer), FirstLayerWeights = "assets/w.png" };

        var site = new SiteFixture("<FirstLayerWeights />", RecordedRun.Site with { Assets = assets });

        Assert.Empty(site.Problems);
        var model = site.Templates.Model<FirstLayerWeights.Model>();
        Assert.Equal(("2×3", 94, 28, 2), (model.Filter, model.Width, model.Height, model.Units));
        Assert.Equal([0, 1], model.Strongest.Select(unit => unit.Number));
    }

    [Fact]
    public void Tiles_of_photographs_show_weights_of_every_part_and_stay_small()
    {
        var layer = new FirstLayer(
            new ImageShape(300, 400, 1), [.. Enumerable.Range(0, 300 * 400).Select(i => i % 400 < 200 ? 1f : -1f)], [0]);
        var sheet = PictureDecoder.Decode(WeightSheet.Draw(layer), "w.png");
        Assert.Equal((84, 112), (sheet.Height, sheet.Width));
        Assert.Equal([120, 226, 236], sheet.Rgba[..3]);
        Assert.Equal([255, 138, 92], sheet.Rgba[^4..^1]);
    }

    [Fact]
    public void The_scale_is_the_size_that_sorting_would_find() => Check.Sample(
        Gen.Select(Gen.Single[-3, 3], Gen.Int[0, 2]).Array[1, 300],
        drawn =>
        {
            var weights = drawn.Select(draw => draw.Item2 == 0 ? MathF.Round(draw.Item1) : draw.Item1).ToArray();
            var sorted = weights.Select(Math.Abs).Order().ToArray();
            Assert.Equal(
                sorted[(int)(0.99 * (sorted.Length - 1))], new FirstLayer(new ImageShape(1, weights.Length, 1), weights, [0]).Scale);
        });

    [Fact]
    public void A_filters_weight_is_a_square_on_the_sheet()
    {
        var layer = new FirstLayer(new ImageShape(1, 2, 1), [1, -1], [0], AreFilters: true);
        var sheet = PictureDecoder.Decode(WeightSheet.Draw(layer), "w.png");
        Assert.Equal((28, 14), (sheet.Width, sheet.Height));
        var colours = sheet.Rgba
            .Chunk(4)
            .Select((pixel, i) => (Colour: Convert.ToHexString(pixel), IsLeft: i % 28 < 14))
            .Distinct()
            .ToList();
        Assert.Equal(2, colours.Count);
    }

    [Fact]
    public void Another_first_layer_makes_no_tiles()
    {
        var shape = new ImageShape(2, 2, 1);
        Assert.Null(FirstLayer.Of(
            new Glassy.Runs.ModelWeights([new("embedding.weight", [4, 1, 3], new float[12]), new("embedding.bias", [4], new float[4])]),
            shape));
        Assert.Null(FirstLayer.Of(
            new Glassy.Runs.ModelWeights([new("conv.weight", [4, 3, 3, 3], new float[108]), new("conv.bias", [4], new float[4])]), shape));
        Assert.NotNull(FirstLayer.Of(
            new Glassy.Runs.ModelWeights([new("dense.weight", [3, 4], new float[12]), new("dense.bias", [3], new float[3])]), shape));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Drawings_are_XML_without_NaN_whatever_the_number_of_classes(int classes)
    {
        string[] names = [.. Enumerable.Range(0, classes).Select(c => $"<class> & \"{c}\" of a very long name")];
        var predictions = Enumerable.Range(0, 150).Select(i => new Prediction(
            i,
            i % Math.Max(1, classes - 1),
            i * 7 % classes,
            [.. Enumerable.Range(0, classes).Select(c => c == i * 7 % classes ? -0.1f : -6)])).ToArray();
        var report = EvaluationReport.From(names, predictions); // the last class, where there are more, has no pictures
        Assert.All(
            new[]
            {
                CalibrationSvg.Draw(report.Probabilities!.EqualWidth, WordsReader.English),
                ConfidenceHistogramSvg.Draw(report.Probabilities!.Confidence, WordsReader.English),
                RecallBarsSvg.Draw(report.Classes, WordsReader.English)
            },
            svg =>
            {
                var root = XDocument.Parse(svg.Value).Root!; // Parse gives one
                Assert.Equal("img", (string?)root.Attribute("role"));
                Assert.NotEmpty((string?)root.Attribute("aria-label") ?? "");
                Assert.DoesNotContain("NaN", svg.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("∞", svg.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("#", svg.Value, StringComparison.Ordinal); // colours come from the style
            });
    }

    private static T Model<T>(string page)
    {
        var site = new SiteFixture(page, RecordedRun.Site);
        Assert.Empty(site.Problems);
        return site.Templates.Model<T>();
    }
}
