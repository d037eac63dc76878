using System.Globalization;
using System.Text;
using Glassy.Diagnostics;
using Glassy.Metrics;
using nietras.SeparatedValues;

namespace Glassy.Foreign.Tables;

/// <summary>
/// CSV (<c>,</c>, <c>;</c> or a tab, whichever the head has more of outside of quotes) and TSV with a head, UTF-8 with or without its mark,
/// UTF-16 with it, either line end, fields quoted or not. Where a comma does not separate, it may stand in a number for the point, as
/// spreadsheets of many countries write it. Source: RFC 4180.
/// </summary>
internal sealed class SeparatedTable : IPredictionTable
{
    private const string NotText =
        "is neither UTF-8 nor UTF-16 with its mark; save it as CSV in UTF-8 (in Excel: CSV UTF-8; in pandas: to_csv), so that names of classes keep their letters";

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly SepReader _reader;
    private readonly string _name;
    private readonly bool _hasDecimalCommas;

    private SeparatedTable(SepReader reader, string name, bool hasDecimalCommas)
    {
        (_reader, _name, _hasDecimalCommas) = (reader, name, hasDecimalCommas);
        Columns = [];
        Columns = MoveNext()
            ? [.. Enumerable.Range(0, _reader.Current.ColCount).Select(column => new TableColumn(Text(column)))]
            : throw Mistake(0, "is empty, expected a head that names the columns, such as file,label,predicted");
    }

    public IReadOnlyList<TableColumn> Columns { get; }

    public IReadOnlyList<string> Unread => [];

    public ScoreKind? Scores => null;

    public bool IsInOrder => false;

    public bool HasLines => true;

    public int Line { get; private set; }

    /// <param name="path">Absolute.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="isTabbed">Whether tabs separate.</param>
    public static SeparatedTable Open(string path, string name, bool isTabbed)
    {
        var separator = isTabbed ? '\t' : SeparatorOf(HeadOf(path, name));
        var text = ReaderOf(path);
        try
        {
            return new SeparatedTable(OptionsOf(separator).From(text), name, separator != ',');
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        while (MoveNext())
        {
            var count = _reader.Current.ColCount;
            if (count == 1 && Columns.Count > 1 && _reader.Current[0].Span.IsWhiteSpace())
            {
                continue; // an empty line is no row
            }

            return count == Columns.Count ? true : throw Mistake(Line, FormattableString.Invariant(
                $"the row has {Counted.Of(count, "cell")}, expected {Columns.Count} as the head; does a text with the separator in it lack its quotes?"));
        }

        return false;
    }

    public string Text(int column) => _reader.Current[column].Span.Trim().ToString();

    public bool TryNumber(int column, out double value)
    {
        var cell = _reader.Current[column].Span.Trim();
        return _hasDecimalCommas && cell.Contains(',') && !cell.Contains('.')
            ? Cell.TryNumber(cell.ToString().Replace(',', '.'), out value)
            : Cell.TryNumber(cell, out value);
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The first line.</summary>
    private static string HeadOf(string path, string name)
    {
        using var head = ReaderOf(path);
        try
        {
            var first = head.ReadLine() ?? "";
            return first.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
                ? throw new DiagnosticException(Diagnostic.Error(
                    "is an archive, such as a workbook of Excel, by its first bytes; save the sheet as CSV in UTF-8", name))
                : first;
        }
        catch (DecoderFallbackException)
        {
            throw new DiagnosticException(Diagnostic.Error(NotText, name));
        }
    }

    /// <summary>Bytes that are no letters are an exception, and no stand-ins in the names of classes.</summary>
    private static StreamReader ReaderOf(string path) =>
        new(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);

    private static char SeparatorOf(string head) => Separators.MaxBy(separator => CountOf(separator, head));

    /// <summary>How often a character is in a line outside of quotes.</summary>
    private static int CountOf(char separator, string line) =>
        line.Split('"').Where((_, part) => part % 2 == 0).Sum(part => part.Count(c => c == separator));

    private static SepReaderOptions OptionsOf(char separator) => Sep.New(separator).Reader(options => options with
    {
        HasHeader = false,
        Unescape = true,
        DisableColCountCheck = true,
        CultureInfo = CultureInfo.InvariantCulture,
    });

    private bool MoveNext()
    {
        try
        {
            if (!_reader.MoveNext())
            {
                return false;
            }
        }
        catch (DecoderFallbackException)
        {
            throw Mistake(Line + 1, NotText);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidDataException or ArgumentException)
        {
            throw Mistake(Line + 1, "cannot be read as a table; is a quote not closed, or is this another kind of file?");
        }

        var row = _reader.Current;
        Line = row.LineNumberFrom;
        return row.LineNumberToExcl - row.LineNumberFrom <= 1
            ? true
            : throw Mistake(Line, "a quoted cell goes over the end of its line; is a quote not closed?");
    }

    private DiagnosticException Mistake(int line, string message) => new(Diagnostic.Error(message, _name, line));
}
