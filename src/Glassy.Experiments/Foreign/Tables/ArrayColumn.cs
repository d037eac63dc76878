using System.Globalization;

namespace Glassy.Foreign.Tables;

/// <summary>A column in memory: texts, or numbers.</summary>
/// <param name="Info">What it is called.</param>
/// <param name="TextAt">The cell of a row; empty for nothing.</param>
/// <param name="NumberAt">Likewise, of a column of numbers; null for nothing.</param>
internal sealed record ArrayColumn(TableColumn Info, Func<int, string>? TextAt, Func<int, double?>? NumberAt)
{
    public string Text(int row) => TextAt?.Invoke(row) ?? NumberAt?.Invoke(row)?.ToString(CultureInfo.InvariantCulture) ?? "";

    public bool TryNumber(int row, out double value)
    {
        if (NumberAt is null)
        {
            return Cell.TryNumber(Text(row).AsSpan().Trim(), out value);
        }

        var number = NumberAt(row);
        value = number ?? 0;
        return number is not null;
    }
}
