using System.Text;
using Glassy.Foreign;
using Glassy.Metrics;
using Glassy.Publishing;

namespace Glassy.Tests.Publishing;

public sealed class PublishedPredictionsTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Csv_has_a_row_for_each_picture_with_probabilities_of_five_decimals() => Assert.Equal(
        """
        index,file,label,predicted,correct,prob_cat,prob_dog
        0,test/cat/1.png,cat,cat,true,0.75,0.25
        1,test/dog/1.png,dog,cat,false,0.99999,0.00001
        2,"test/dog/2, or ""so"".png",dog,dog,true,0,1

        """.ReplaceLineEndings("\n"),
        CsvOf(new PublishedPredictions(
            ["cat", "dog"],
            [Of(0, 0, 0, 0.75, 0.25), Of(1, 1, 0, 0.999988, 0.000012), Of(2, 1, 1, 0.000004, 0.999996)],
            ["test/cat/1.png", "test/dog/1.png", "test/dog/2, or \"so\".png"])));

    [Fact]
    public void Answers_alone_have_no_column_of_a_class_and_pictures_without_files_none_of_a_file() => Assert.Equal(
        "index,label,predicted,correct\n0,cat,dog,false\n",
        CsvOf(new PublishedPredictions(["cat", "dog"], [new Prediction(0, 0, 1, [])], null)));

    [Fact]
    public void What_a_spreadsheet_would_compute_begins_no_cell_and_nothing_is_put_into_a_name() => Assert.Equal(
        "index,file,label,predicted,correct,prob_=1+1,\"prob_a,\"\"b\"\"\"\n0,./@x.png,1,0,false,0.5,0.5\n1,./-x/1.png,0,0,true,0.5,0.5\n",
        CsvOf(new PublishedPredictions(["=1+1", "a,\"b\""], [Of(0, 1, 0, 0.5, 0.5), Of(1, 0, 0, 0.5, 0.5)], ["@x.png", "-x/1.png"])));

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("+1.5", "+1.5")]
    [InlineData("a=1", "a=1")]
    [InlineData("-1+1", "0")]
    [InlineData("+cat", "0")]
    [InlineData("\tcat", "0")]
    [InlineData("＝1", "0")]
    public void Numbers_and_what_only_holds_such_a_sign_stay_as_they_are(string name, string cell) => Assert.Equal(
        $"0,{cell},{cell},true", CsvOf(new PublishedPredictions([name], [new Prediction(0, 0, 0, [])], null)).Split('\n')[1]);

    [Theory]
    [InlineData("cat", "=dog", "a, \"b\"")]
    [InlineData("a/b", "c.d", "e f")]
    public async Task Both_files_are_read_as_the_predictions_that_they_are(params string[] classes)
    {
        Prediction[] predictions = [Of(0, 0, 0, 0.5, 0.3, 0.2), Of(1, 1, 2, 0.125, 0.375, 0.5), Of(2, 2, 2, 0.001, 0.001, 0.998)];
        string[] files = ["=x.png", "test/a/1.png", "test/b/2.png"];
        var table = new PublishedPredictions(classes, predictions, files);
        _project.Write("p.csv", CsvOf(table));
        _project.Write("p.parquet", await ParquetOfAsync(table));

        foreach (var name in new[] { "p.csv", "p.parquet" })
        {
            var read = await new PredictionReader(
                _project.PathOf(name), name, new TestPictures("pets", classes, [0, 1, 2], files)).ReadAsync(null, Token);

            Assert.Empty(read.Warnings);
            Assert.Equal([0, 2, 2], read.Predictions.Select(prediction => prediction.Predicted));
            Assert.Equal(ScoreKind.Probabilities, read.Scores);
            Assert.Equal(0.375, read.Predictions[1].ProbabilityOf(1), 6);
        }
    }

    [Fact]
    public async Task Parquet_keeps_what_rounding_would_lose_and_the_same_predictions_give_the_same_bytes()
    {
        var table = new PublishedPredictions(["cat", "dog"], [Of(0, 0, 1, 1e-9, 1 - 1e-9)], null);
        var (first, second) = (await ParquetOfAsync(table), await ParquetOfAsync(table));
        _project.Write("p.parquet", first);
        var read = await new PredictionReader(
            _project.PathOf("p.parquet"), "p.parquet", new TestPictures("pets", ["cat", "dog"], [0], null)).ReadAsync(null, Token);

        Assert.Equal(first, second);
        Assert.Equal(1, read.Predictions[0].ProbabilityOf(0) / 1e-9, 1e-5);
    }

    [Fact]
    public async Task Parquet_of_answers_alone_has_no_column_of_a_class()
    {
        _project.Write("p.parquet", await ParquetOfAsync(new PublishedPredictions(["cat", "dog"], [new Prediction(0, 0, 1, [])], null)));
        var read = await new PredictionReader(
            _project.PathOf("p.parquet"), "p.parquet", new TestPictures("pets", ["cat", "dog"], [0], null)).ReadAsync(null, Token);

        Assert.Null(read.Scores);
        Assert.Equal(1, read.Predictions[0].Predicted);
    }

    /// <summary>The size that is promised: probabilities with all their decimals, as they seldom are.</summary>
    [Fact]
    public void Ten_thousand_pictures_of_ten_classes_are_below_a_megabyte()
    {
        double[] shares = [.. Enumerable.Range(0, 10).Select(c => 0.10003 + (c * 0.00111))];
        var table = new PublishedPredictions(
            [.. "0123456789".Select(c => $"{c}")], [.. Enumerable.Range(0, 10_000).Select(i => Of(i, i % 10, 1, shares))], null);

        Assert.InRange(Encoding.UTF8.GetByteCount(CsvOf(table)), 900_000, 1_000_000);
    }

    private static string CsvOf(PublishedPredictions table)
    {
        using var writer = new StringWriter();
        table.WriteCsv(writer);
        return writer.ToString();
    }

    private static async Task<byte[]> ParquetOfAsync(PublishedPredictions table)
    {
        using var memory = new MemoryStream();
        await PredictionsParquet.WriteAsync(table, memory, Token);
        return memory.ToArray();
    }

    private static Prediction Of(int index, int label, int predicted, params double[] probabilities) =>
        new(index, label, predicted, [.. probabilities.Select(p => (float)Math.Log(p))]);
}
