using Glassy.Metrics;
using Parquet;
using Parquet.Schema;

namespace Glassy.Publishing;

/// <summary>
/// <c>predictions.parquet</c>: the table of <see cref="PublishedPredictions"/> with names as they are and probabilities as float32, not
/// rounded further. The same predictions give the same bytes: one row group, no compression, nothing of the time or the machine.
/// </summary>
public static class PredictionsParquet
{
    private static readonly ParquetOptions Plain = new() { CompressionMethod = CompressionMethod.None };

    /// <param name="table">At least one prediction.</param>
    /// <param name="stream">Receives the file; is left open.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(PublishedPredictions table, Stream stream, CancellationToken cancellationToken)
    {
        var predictions = table.Predictions;
        var (index, correct) = (new DataField<int>("index"), new DataField<bool>("correct"));
        var (file, label, predicted) = (TextField("file"), TextField("label"), TextField("predicted"));
        var columns = table.HasProbabilities ? table.Classes.Count : 0;
        DataField[] scores = [.. Enumerable.Range(0, columns).Select(number => new DataField<float>(table.ColumnOf(number)))];
        Field[] fields = [index, .. table.Files is null ? [] : new[] { file }, label, predicted, correct, .. scores];
        await using var writer = await ParquetWriter
            .CreateAsync(new ParquetSchema(fields), stream, Plain, cancellationToken: cancellationToken).ConfigureAwait(false);
        using var group = writer.CreateRowGroup();
        await WriteAsync<int>(index, prediction => prediction.Index).ConfigureAwait(false);
        if (table.Files is { } files)
        {
            await WriteTextsAsync(file, files).ConfigureAwait(false);
        }

        await WriteTextsAsync(label, Column(predictions, prediction => table.Classes[prediction.Label])).ConfigureAwait(false);
        await WriteTextsAsync(predicted, Column(predictions, prediction => table.Classes[prediction.Predicted])).ConfigureAwait(false);
        await WriteAsync<bool>(correct, prediction => prediction.IsCorrect).ConfigureAwait(false);
        foreach (var (number, score) in scores.Index())
        {
            await WriteAsync<float>(score, prediction => (float)prediction.ProbabilityOf(number)).ConfigureAwait(false);
        }

        Task WriteTextsAsync(DataField field, IReadOnlyCollection<string> texts)
        {
            cancellationToken.ThrowIfCancellationRequested(); // the library takes none for texts
            return group.WriteAsync(field, texts);
        }

        Task WriteAsync<T>(DataField field, Func<Prediction, T> cell)
            where T : struct => group.WriteAsync<T>(field, Column(predictions, cell), cancellationToken: cancellationToken);
    }

    private static DataField TextField(string name) => new(name, typeof(string), isNullable: false);

    private static T[] Column<T>(IReadOnlyList<Prediction> predictions, Func<Prediction, T> cell) => [.. predictions.Select(cell)];
}
