using Glassy.Components.Comparison;
using Glassy.Components.Figures;
using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Diagnostics;
using Glassy.Metrics;
using Glassy.Runs;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Tests.Components;

public class ComponentTests
{
    [Fact]
    public void ImagesTable_shows_samples_of_a_class_from_its_strip()
    {
        var model = Model<ImagesTableModel>("<ImagesTable size={112} heading={\"Cats\"} dirname={\"train\"} classdigit={\"cat\"} />");
        Assert.Equal(
            ("Cats", 112, 8, 6, 4, "first 2 of 600"),
            (model.Heading, model.Size, model.Columns, model.TileWidth, model.TileHeight, model.Note));
        Assert.Equal(
            new PictureTile("../assets/datasets/pets/train/cat.png", 1, null, "cat, training picture 1", null, null, null, null),
            model.Tiles[1]);
    }

    [Fact]
    public void A_class_can_be_named_as_its_folder_is()
    {
        var model = Model<ImagesTableModel>("<ImagesTable dirname=\"test\" classdigit=\"big-fish\" />");
        Assert.Equal("first 1 of 2", model.Note);
        Assert.Null(model.Heading);
    }

    [Fact]
    public void A_class_goes_before_another_one_whose_folder_is_called_like_it()
    {
        var run = RecordedRun.Run with { Dataset = RecordedRun.Run.Dataset with { Classes = ["big fish", "dog", "big-fish"] } };
        var site = new SiteFixture("<ImagesTable dirname=\"test\" classdigit=\"big-fish\" />", RecordedRun.Site with { Run = run });
        Assert.StartsWith(
            "big-fish, test picture 4", Assert.Single(site.Templates.Model<ImagesTableModel>().Tiles).Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_pictures_can_be_named_as_its_folder_is()
    {
        var model = Model<ImagesTableModel>("<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"big-fish\" />");
        Assert.Equal("none of 2 test pictures was misread", model.Note);
    }

    [Fact]
    public void CustomImagesTable_shows_what_was_predicted()
    {
        var model = Model<ImagesTableModel>("<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"dog\" />");
        Assert.Equal("2 misread among 3 test pictures", model.Note);
        Assert.Equal(
            new PictureTile(
                "../assets/datasets/pets/wrong-predictions/dog.png", 1, "../assets/datasets/pets/wrong-predictions/dog/dog-0001-cat.png",
                "dog predicted as cat, test picture 6", "cat", "dog", false, "dog predicted as cat, test picture 6"),
            model.Tiles[1]);
    }

    [Fact]
    public void A_picture_whose_label_is_doubted_says_so_wherever_it_is_shown()
    {
        var tile = Model<ImagesTableModel>("<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"dog\" />").Tiles[0];
        Assert.Equal(("people read cat", "dog predicted as cat, test picture 4; label doubted: people read cat"), (tile.Doubt, tile.Alt));
        Assert.Equal(
            "people read none of the classes",
            Model<ImagesTableModel>("<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"cat\" />").Tiles[0].Doubt);
        Assert.Null(Model<ImagesTableModel>("<ImagesTable dirname=\"train\" classdigit=\"cat\" />").Tiles[0].Doubt);
    }

    [Fact]
    public void A_count_limits_the_pictures_and_the_note_says_so()
    {
        var model = Model<ImagesTableModel>("<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"dog\" count={1} />");

        Assert.Equal(("1 of 2 misread among 3 test pictures", 1), (model.Note, model.Tiles.Count));
    }

    [Theory]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Warning)]
    public void Pictures_that_the_run_does_not_have_are_reported_one_by_one_and_left_out(Severity severity)
    {
        const string Page =
            "---\ntitle: T\n---\n<CustomImagesTable\n  dirname=\"wrong-predictions\" classdigit=\"dog\"\n  imagePaths={[\n    \"dog-0001-cat.png\",\n    \"dog-0007-cat.png\", \"x.png\",\n  ]}\n/>\n";
        var site = new SiteFixture(Page, RecordedRun.Site, config: new SiteConfig { OnBrokenImages = severity });
        Assert.Equal(
            [
                "input/page.md:8:5: the run has no picture `dog-0007-cat.png` among the wrong predictions of class `dog`",
                "input/page.md:8:25: the run has no picture `x.png` among the wrong predictions of class `dog`",
            ],
            site.Problems);
        Assert.All(site.Diagnostics, diagnostic => Assert.Equal(severity, diagnostic.Severity));
        var model = site.Templates.Model<ImagesTableModel>();
        Assert.Equal("../assets/datasets/pets/wrong-predictions/dog/dog-0001-cat.png", Assert.Single(model.Tiles).Href);
        Assert.Equal("1 of 2 misread among 3 test pictures", model.Note);
    }

    [Theory]
    [InlineData(
        "<ImagesTable dirname=\"trian\" classdigit=\"cat\" />",
        "1:22: <ImagesTable> `dirname` cannot be `trian`; did you mean `train`? known: train, test")]
    [InlineData("<ImagesTable dirname=\"train\" classdigit={1} />", "1:42: the dataset `pets` has no class `1`; known: cat, dog, big fish")]
    [InlineData(
        "<CustomImagesTable dirname=\"train\" classdigit=\"cat\" />",
        "1:28: <CustomImagesTable> `dirname` cannot be `train`; known: wrong-predictions")]
    [InlineData("<ClassCounts split=\"tset\" />", "1:20: <ClassCounts> `split` cannot be `tset`; did you mean `test`? known: train, test")]
    [InlineData("<ConfusionMatrix set=\"tests\" />", "1:22: <ConfusionMatrix> `set` cannot be `tests`; did you mean `test`?")]
    [InlineData("<CustomTest only=\"rong\" />", "1:18: <CustomTest> `only` cannot be `rong`; did you mean `wrong`?")]
    [InlineData("<CodeRegion file=\"no/such.cs\" />", "1:18: <CodeRegion> `file`: the project has no file `no/such.cs`")]
    [InlineData("<CodeRegion file=\"../secret\" />", "1:18: <CodeRegion> `file`: `../secret` is not shown: it is outside of the project")]
    [InlineData("<CodeRegion file=\".git/config\" />", "1:18: <CodeRegion> `file`: `.git/config` is not shown: it is hidden")]
    [InlineData(
        "<CodeRegion file=\"input/../.git/config\" />", "1:18: <CodeRegion> `file`: `input/../.git/config` is not shown: it is hidden")]
    public void Values_that_cannot_be_are_reported_with_their_place(string page, string expected)
    {
        var site = new SiteFixture(page, RecordedRun.Site);
        Assert.StartsWith("input/page.md:" + expected, Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClassReport")]
    [InlineData("ConfusionMatrix")]
    [InlineData("TrainingLog")]
    [InlineData("Headline")]
    [InlineData("DigitWall")]
    [InlineData("LearningCurve")]
    [InlineData("ModelSummary")]
    [InlineData("CustomTest")]
    public void Without_a_run_its_components_say_so(string name)
    {
        var problem = Assert.Single(new SiteFixture($"<{name} />").Problems);
        Assert.StartsWith($"input/page.md:1:1: <{name}>: there is no run", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ClassCounts_has_count_and_share_of_every_class()
    {
        var model = Model<ClassCounts.Model>("<ClassCounts split=\"train\" />");
        Assert.Equal(("train", 1300), (model.Split, model.Total));
        Assert.Equal([new("cat", 600, 600 / 1300.0), new("dog", 700, 700 / 1300.0), new ClassCounts.Row("big fish", 0, 0)], model.Rows);
    }

    [Fact]
    public void ConfusionMatrix_sums_and_shades_rows()
    {
        var model = Model<ConfusionMatrixModel>("<ConfusionMatrix />");
        Assert.Equal((9, 6, "../assets/cm.png"), (model.Total, model.Correct, model.Png));
        Assert.Equal([5, 1, 3], model.ColumnTotals);
        Assert.Equal([4, 3, 2], model.Rows.Select(row => row.Total));
        Assert.Equal(0.75, model.Rows[0].Recall);
        Assert.Equal(
            new ConfusionMatrixCell(2, 2 / 3.0, Math.Sqrt(2 / 3.0), false, "dog predicted as cat: 2 of 3", "#cm-dog-cat"),
            model.Rows[1].Cells[0]);
        Assert.Equal(0.75, model.Rows[0].Cells[0].Level);
    }

    [Fact]
    public void Of_a_large_matrix_the_classes_that_are_confused_most_are_shown_and_the_others_together()
    {
        var model = Model<ConfusionMatrixModel>("<ConfusionMatrix classes={2} />");

        Assert.Equal(["cat", "dog"], model.Classes);
        Assert.Equal((9, 6), (model.Total, model.Correct));
        Assert.Equal([5, 1], model.ColumnTotals);
        Assert.Equal([(4, 1), (3, 0)], model.Rows.Select(row => (row.Total, row.Others)));
        Assert.Equal(
            (1, 2, 2, 2, 3),
            (model.Others!.Count, model.Others.Shown, model.Others.AmongThemselves, model.Others.Total, model.Others.Predicted));
        Assert.Equal([0, 0], model.Others.PredictedAs);
        Assert.Equal(["dog predicted as cat: 2 of 3", "cat predicted as big fish: 1 of 4"], model.Worst.Select(cell => cell.Title));
        Assert.Null(model.Worst[1].Href); // its pictures are not on the page
        Assert.Null(Model<ConfusionMatrixModel>("<ConfusionMatrix classes={3} />").Others);
    }

    [Theory]
    [InlineData("<ConfusionMatrix classes={1} />", "<ConfusionMatrix>: `classes` is 1, expected 2 or more")]
    [InlineData("<ClassReport classes={0} />", "<ClassReport>: `classes` is 0, expected 1 or more")]
    [InlineData("<RecallBars classes={0} />", "<RecallBars>: `classes` is 0, expected 1 or more")]
    [InlineData("<ClassCounts split=\"test\" classes={0} />", "<ClassCounts>: `classes` is 0, expected 1 or more")]
    public void So_few_classes_cannot_be_shown(string page, string expected) =>
        Assert.EndsWith(expected, Assert.Single(new SiteFixture(page, RecordedRun.Site).Problems), StringComparison.Ordinal);

    [Fact]
    public void Where_there_are_more_classes_than_asked_for_the_least_found_are_shown()
    {
        var report = Model<ClassReport.Model>("<ClassReport classes={1} />");
        Assert.Equal(("dog", 3, new SomeClasses(1, 3, "../results.json")), (Assert.Single(report.Rows).Name, report.Classes, report.Some));
        Assert.Equal("dog", Assert.Single(Model<RecallBars.Model>("<RecallBars classes={1} />").Rows).Name);
        var counts = Model<ClassCounts.Model>("<ClassCounts split=\"train\" classes={2} />");
        Assert.Equal(["big fish", "cat"], counts.Rows.Select(row => row.Name));
        Assert.Equal(new SomeClasses(2, 3, "../results.json"), counts.Some);
        Assert.Null(Model<ClassReport.Model>("<ClassReport />").Some);
    }

    [Fact]
    public void A_class_without_pictures_has_recall_zero()
    {
        var model = Model<ConfusionMatrixModel>("<ConfusionMatrix set=\"custom\" />");
        Assert.Equal((0, 0.0, 0.0), (model.Rows[1].Total, model.Rows[1].Recall, model.Rows[1].Cells[1].Level));
        Assert.Null(model.Png);
    }

    [Fact]
    public void ClassReport_averages_by_support()
    {
        var model = Model<ClassReport.Model>("<ClassReport />");
        Assert.Equal(9, model.Total);
        Assert.Equal(((0.6 * 4) + (1 * 3) + (2.0 / 3 * 2)) / 9, model.Weighted.Precision, 12);
        Assert.Equal(6.0 / 9, model.Weighted.Recall, 12);
        Assert.Equal(0.63, model.Weighted.F1);
    }

    [Fact]
    public void TrainingLog_splits_time_from_text()
    {
        var model = Model<TrainingLog.Model>("<TrainingLog />");
        Assert.Equal([new("2024-02-03 04:05:06", "Training with EPOCHS=2"), new TrainingLog.Line(null, "no time")], model.Lines);
    }

    [Fact]
    public void ModelSummary_asks_for_the_table() =>
        Assert.Equal("summary of mlp", Model<ModelSummaryComponent.Model>("<ModelSummary />").Text);

    [Fact]
    public void CustomTest_can_show_only_the_wrong_ones()
    {
        var model = Model<CustomTestComponent.Model>("<CustomTest only=\"wrong\" />");
        Assert.Equal((2, 1, 0.5), (model.Count, model.Correct, model.Accuracy));
        Assert.Equal("../assets/datasets/pets/custom-test/big%20fish-1.png", Assert.Single(model.Tiles).Href);
    }

    [Fact]
    public void Headline_has_the_wilson_interval()
    {
        // 0.6667 of 9: hand-computed with the formula of Wilson (1927).
        var model = Model<Headline.Model>("<Headline />");
        Assert.Equal((0.3542, 0.8794), (Math.Round(model.Range!.Low, 4), Math.Round(model.Range.High, 4)));
    }

    [Fact]
    public void Test_pictures_that_are_training_pictures_are_said_wherever_the_accuracy_stands()
    {
        const string Said =
            "2 of 9 test pictures are also in the training set: the accuracy is not that of pictures never seen. Of the others, 71.43% are right";
        var site = new SiteFixture(
            "<Headline />\n\n<Figures />\n\n<RunTable />\n",
            RecordedRun.Site with { Results = RecordedRun.Results with { Duplicates = Leaked } });

        Assert.Empty(site.Problems);
        Assert.StartsWith(Said, site.Templates.Model<Headline.Model>().Leaks, StringComparison.Ordinal);
        var figures = site.Templates.Model<FiguresComponent.Model>();
        Assert.StartsWith(Said, figures.Leaks, StringComparison.Ordinal);
        Assert.Equal(
            new FiguresComponent.Row("Accuracy, leaked pictures left out", "leaks.unseen.value", "71.43%", "35.89–91.78%", "5 of 7"),
            Assert.Single(figures.Rows, row => row.Path.StartsWith("leaks", StringComparison.Ordinal)));
        Assert.Equal("2 of 9 test pictures are training pictures too.", site.Templates.Model<RunTable.Model>().Leaks);
    }

    [Fact]
    public void Nothing_is_said_of_leaks_where_there_are_none()
    {
        Assert.Null(Model<Headline.Model>("<Headline />").Leaks);
        Assert.DoesNotContain(
            Model<FiguresComponent.Model>("<Figures />").Rows, row => row.Path.StartsWith("leaks", StringComparison.Ordinal));
        Assert.Null(Model<RunTable.Model>("<RunTable />").Leaks);
    }

    [Fact]
    public void DatasetCard_tells_balance_and_duplicates_with_examples()
    {
        var site = new SiteFixture("<DatasetCard />", RecordedRun.Site with { Results = RecordedRun.Results with { Duplicates = Leaked } });

        var card = site.Templates.Model<DatasetCard.Model>();
        Assert.Equal(new ClassBalance("dog", 700, "big fish", 0), card.Balance);
        Assert.Equal("2 of 9 test pictures are training pictures too.", card.Findings[0]);
        Assert.Equal(
            [
                new("cat, training picture 7 (train/cat/7.png)", "cat, test picture 0", "equal"),
                new("dog, training picture 1", "cat, validation picture 2", "nearly (0.995)")
            ],
            card.Pairs);
    }

    [Fact]
    public void DatasetCard_says_when_nobody_has_looked_for_duplicates() =>
        Assert.Equal(["Nobody has looked whether pictures occur twice."], Model<DatasetCard.Model>("<DatasetCard />").Findings);

    [Fact]
    public void Slices_are_judged_against_all_pictures_with_what_is_left_out()
    {
        // Right are all but 3, 4 and 6 of nine: 4 of 84 tables, and twice as much for the two that are compared.
        var site = WithTraits("<Slices by=\"device\" min={2} />", new PictureTrait("device", ["x", "x", "x", "y", "y", "z", "", "x", "x"]));

        var model = site.Templates.Model<SlicesComponent.Model>();
        Assert.Equal([new("y", new Proportion(0, 2), "0.095", "open"), new("x", new Proportion(5, 5), "0.095", "open")], model.Rows);
        Assert.Equal((2, 1, 1, 1), (model.Total, model.Slices.Small, model.Slices.SmallPictures, model.Slices.Unknown));
        Assert.Equal(new Proportion(6, 9), model.Overall);
    }

    [Fact]
    public void Where_every_slice_is_small_there_is_none_and_no_table_of_nothing()
    {
        var site = WithTraits("<Slices by=\"device\" />", new PictureTrait("device", ["x", "x", "x", "y", "y", "z", "", "x", "x"]));

        var model = site.Templates.Model<SlicesComponent.Model>();
        Assert.Equal((0, 3, 8), (model.Total, model.Slices.Small, model.Slices.SmallPictures));
        Assert.Empty(model.Rows);
    }

    [Fact]
    public void A_slice_is_lower_only_when_that_is_no_chance_among_all_that_are_compared()
    {
        // the first ten are wrong
        Prediction[] predictions = [.. Enumerable.Range(0, 40).Select(i => new Prediction(i, 0, i < 10 ? 1 : 0, []))];
        var results = RunResults.Of(RecordedRun.Run, predictions) with
        {
            Traits = [new PictureTrait("device", [.. Enumerable.Range(0, 40).Select(i => i < 10 ? "x" : i < 25 ? "y" : "z")])]
        };
        var site = new SiteFixture("<Slices by=\"device\" min={10} />", RecordedRun.Site with { Results = results });

        Assert.Equal(
            [("x", "< 0.001", "lower"), ("y", "0.013", "higher"), ("z", "0.013", "higher")],
            site.Templates.Model<SlicesComponent.Model>().Rows.Select(row => (row.Value, row.P, row.Verdict)));
    }

    [Theory]
    [InlineData("<Slices by=\"devise\" />", "page.md:1:12: <Slices> `by` cannot be `devise`; did you mean `device`? known: device")]
    [InlineData("<Slices by=\"device\" min={0} />", "page.md:1:1: <Slices>: `min` is 0 and `most` is 20, expected 1 or more")]
    public void A_slice_that_cannot_be_is_a_mistake(string page, string mistake) => Assert.StartsWith(
        mistake, Assert.Single(WithTraits(page, new PictureTrait("device", ["", "", "", "", "", "", "", "", ""])).Problems)
            .Replace("input/", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Slices_of_pictures_of_which_nothing_is_known_say_so() => Assert.Equal(
        "Nothing is known of the test pictures but their classes, and so no accuracy by group.",
        Model<Glassy.Components.Binding.Absent>("<Slices by=\"group\" />").Text);

    private static SiteFixture WithTraits(string page, PictureTrait trait) =>
        new(page, RecordedRun.Site with { Results = RecordedRun.Results with { Traits = [trait] } });

    [Fact]
    public void DigitWall_mixes_right_and_misread_pictures_and_never_repeats_one()
    {
        var model = Model<DigitWall.Model>("<DigitWall count={6} />");
        Assert.Equal(6, model.Tiles.Count);
        Assert.Equal(3, model.Tiles.Count(tile => tile.Correct == false));
        Assert.Equal(6, model.Tiles.Select(tile => (tile.Src, tile.Tile)).Distinct().Count());
        Assert.False(model.Tiles[2].Correct);
    }

    [Fact]
    public void LearningCurve_is_the_same_bytes_every_time_and_says_what_it_shows()
    {
        var model = Model<LearningCurve.Model>("<LearningCurve />");
        Assert.Equal(model.Svg, LearningCurveSvg.Draw(
            RecordedRun.Run.Epochs,
            RecordedRun.Run.KeptEpoch,
            RecordedRun.Run.Metrics,
            WordsReader.English,
            "learning-curve-title",
            "learning-curve-desc"));
        Assert.Contains(
            "After 2 epochs: training loss 0.2500, test loss 0.3000, training accuracy 90.00%, test accuracy 66.67%.",
            model.Svg.Value,
            StringComparison.Ordinal);
        Assert.Contains("points=\"62.0,30.0 362.0,155.0\"", model.Svg.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "NaN",
            LearningCurveSvg.Draw([RecordedRun.Run.Epochs[0]], 1, RecordedRun.Run.Metrics, WordsReader.English, "t", "d").Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_name_the_worst_class_and_the_commonest_mistake()
    {
        var tokens = TokenModel.Of(RecordedRun.Results, new SiteTokens("T", "", null, null));
        Assert.Equal(
            ("dog", "big fish", "dog as cat", 2),
            (tokens.Report!.WorstClass, tokens.Report.BestClass, tokens.Report.MostConfused, tokens.Report.MostConfusedCount));
        Assert.Equal(("35.42–87.94%", 2.0 / 3, "cat and dog", 2), (
            tokens.Report.AccuracyInterval,
            tokens.Report.MostConfusedRate,
            tokens.Report.MostConfusedPair,
            tokens.Report.MostConfusedPairCount));
        Assert.Equal((2, 7.0 / 8), (tokens.Report.DoubtedLabels, tokens.Report.CorrectedAccuracy));
        Assert.Equal((9, 2), (tokens.Run!.Total, tokens.Run.Epochs));
        Assert.Null(TokenModel.Of(null, new SiteTokens("T", "", null, null)).Run);
    }

    [Fact]
    public void A_class_without_test_pictures_is_neither_the_best_nor_the_worst()
    {
        var run = RecordedRun.Run with { PerClass = [.. RecordedRun.Run.PerClass, new ClassMetrics("unseen", 0, 0, 0, 0)] };
        Assert.Equal("dog", ReportTokens.Of(RecordedRun.Results with { Run = run }, WordsReader.English).WorstClass);
    }

    private static DuplicateReport Leaked { get; } = new(
        [new SplitOverlap(SplitKind.Test, SplitKind.Train, 2, 1)],
        [0, 3],
        0,
        [new PicturePair(new PicturePlace(SplitKind.Train, 7, 0, "train/cat/7.png"), new PicturePlace(SplitKind.Test, 0, 0, null), 1)],
        [],
        [new PicturePair(new PicturePlace(SplitKind.Train, 1, 1, null), new PicturePlace(SplitKind.Validation, 2, 0, null), 0.9951)],
        true,
        null);

    private static T Model<T>(string page)
    {
        var site = new SiteFixture(page, RecordedRun.Site);
        Assert.Empty(site.Problems);
        return site.Templates.Model<T>();
    }
}
