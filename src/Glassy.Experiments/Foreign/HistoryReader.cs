using Glassy.Diagnostics;
using Glassy.Foreign.Tables;
using Glassy.Runs;

namespace Glassy.Foreign;

/// <summary>
/// Reads the epochs of another program's training, a row each, by the names that Keras (<c>CSVLogger</c>) and fastai (<c>CSVLogger</c>)
/// give their columns, and plain ones. Where there is a <c>valid_loss</c>, as fastai writes it, <c>accuracy</c> is of the validation split.
/// </summary>
internal static class HistoryReader
{
    private static readonly string[] Loss = ["loss", "train_loss", "training_loss"];
    private static readonly string[] Accuracy = ["accuracy", "train_accuracy", "training_accuracy", "acc", "train_acc"];
    private static readonly string[] ValidationLoss = ["val_loss", "validation_loss", "valid_loss"];
    private static readonly string[] ValidationAccuracy = ["val_accuracy", "validation_accuracy", "valid_accuracy", "val_acc"];

    /// <param name="path">Absolute path of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">It has no loss, or a cell is no such number.</exception>
    public static async Task<IReadOnlyList<EpochMetrics>> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        using var table = await TableFile.OpenAsync(path, name, cancellationToken).ConfigureAwait(false);
        var names = table.Columns.Select(column => column.Name).ToList();
        var loss = PlaceOf(Loss) ?? throw new DiagnosticException(Diagnostic.Error(
            "has no `loss`, expected a row an epoch with epoch, loss and, where they are known, accuracy, val_loss, val_accuracy, seconds; "
            + $"its columns are {string.Join(", ", names.Select(Cell.Shown))}",
            name,
            table.HeadLine));
        var (accuracy, validationLoss, validationAccuracy) = (PlaceOf(Accuracy), PlaceOf(ValidationLoss), PlaceOf(ValidationAccuracy));
        if (names.Contains("valid_loss") && names.Contains("accuracy") && validationAccuracy is null)
        {
            (accuracy, validationAccuracy) = (null, accuracy);
        }

        var (epoch, seconds) = (PlaceOf("epoch"), PlaceOf("seconds"));
        var epochs = new List<EpochMetrics>();
        while (table.Read())
        {
            var number = (int?)Number(table, epoch, "epoch", 0, int.MaxValue - 1, name) ?? epochs.Count;
            if (epochs.Count > 0 && number <= epochs[^1].Epoch)
            {
                throw Mistake(table, FormattableString.Invariant(
                    $"the epoch is {number} after {epochs[^1].Epoch}, expected a larger one in each row; is this the history of two trainings?"), name);
            }

            epochs.Add(new EpochMetrics(
                number,
                Number(table, loss, "loss", 0, double.MaxValue, name) ?? throw Mistake(table, "`loss` is empty, expected a number", name),
                Number(table, accuracy, "accuracy", 0, 1, name),
                Number(table, seconds, "seconds", 0, double.MaxValue, name),
                Number(table, validationLoss, "validation loss", 0, double.MaxValue, name),
                Number(table, validationAccuracy, "validation accuracy", 0, 1, name)));
        }

        if (epochs.Count == 0)
        {
            throw new DiagnosticException(Diagnostic.Error("has a head and no row, expected a row for each epoch", name, table.HeadLine));
        }

        var first = epochs.Min(row => row.Epoch) == 0 ? 1 : 0; // Keras counts from 0
        return [.. epochs.Select(row => row with { Epoch = row.Epoch + first })];

        int? PlaceOf(params string[] known) => names.FindIndex(column => known.Contains(column)) is >= 0 and var place ? place : null;
    }

    private static double? Number(IPredictionTable table, int? column, string what, double from, double to, string name)
    {
        if (column is not { } place || table.Text(place).Length == 0)
        {
            return null;
        }

        return table.TryNumber(place, out var value) && value >= from && value <= to
            ? value
            : throw Mistake(
                table,
                $"the {what} is '{Cell.Shown(table.Text(place))}', expected a number{(to == 1 ? " from 0 to 1" : " of 0 or more")}",
                name);
    }

    private static DiagnosticException Mistake(IPredictionTable table, string message, string name) =>
        new(Diagnostic.Error(
            table.HasLines ? message : FormattableString.Invariant($"row {table.Line}: {message}"), name, table.HasLines ? table.Line : 0));
}
