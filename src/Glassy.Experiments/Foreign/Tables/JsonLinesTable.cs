using System.Text.Json;
using Glassy.Diagnostics;
using Glassy.Metrics;

namespace Glassy.Foreign.Tables;

/// <summary>
/// An object a line, all with the same members (https://jsonlines.org). The scores may be members of their own, or an array or object that
/// is called <c>probabilities</c>, <c>logits</c> or <c>scores</c>.
/// </summary>
internal sealed class JsonLinesTable : IPredictionTable
{
    private readonly StreamReader _text;
    private readonly string _name;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<TableColumn> _columns = [];
    private readonly JsonElement?[] _cells;
    private bool _isFirst = true;

    private JsonLinesTable(StreamReader text, string name)
    {
        (_text, _name, _cells) = (text, name, []);
        if (Next() is not { } first)
        {
            throw Mistake("is empty, expected an object a line, such as {\"file\": \"test/cat/1.png\", \"predicted\": \"cat\"}");
        }

        foreach (var (key, column, _) in CellsOf(first))
        {
            _places[key] = _columns.Count;
            _columns.Add(column);
        }

        _cells = new JsonElement?[_columns.Count];
        Fill(first);
    }

    public IReadOnlyList<TableColumn> Columns => _columns;

    public IReadOnlyList<string> Unread => [];

    public ScoreKind? Scores { get; private set; }

    public bool IsInOrder => false;

    public bool HasLines => true;

    public int Line { get; private set; }

    public static JsonLinesTable Open(string path, string name)
    {
        var text = new StreamReader(path);
        try
        {
            return new JsonLinesTable(text, name);
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        if (_isFirst)
        {
            _isFirst = false;
            return true; // it was read to learn of the columns
        }

        if (Next() is not { } row)
        {
            return false;
        }

        Fill(row);
        return true;
    }

    public string Text(int column) => _cells[column] switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(), // it is a text
        { ValueKind: JsonValueKind.Null } or null => "",
        { } other => other.GetRawText(),
    };

    public bool TryNumber(int column, out double value) => Cell.TryNumber(Text(column), out value);

    public void Dispose() => _text.Dispose();

    private JsonElement? Next()
    {
        while (_text.ReadLine() is { } line)
        {
            Line++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                return Parse(line);
            }
        }

        return null;
    }

    private JsonElement Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Mistake("expected an object on each line, and not one array over all (pandas: orient=\"records\", lines=True)");
        }
        catch (JsonException mistake)
        {
            var column = (int)(mistake.BytePositionInLine ?? 0) + 1;
            throw new DiagnosticException(
                Diagnostic.Error("is no JSON object; expected one whole object on each line", _name, Line, column));
        }
    }

    /// <summary>The cells of a row, each with the name by which it is found again.</summary>
    private IEnumerable<(string Key, TableColumn Column, JsonElement Value)> CellsOf(JsonElement row)
    {
        foreach (var member in row.EnumerateObject())
        {
            if (ScoreNames.Recognises(member.Name) && member.Value.ValueKind == JsonValueKind.Array)
            {
                Scores = ScoreNames.KindOf(member.Name);
                foreach (var (place, value) in member.Value.EnumerateArray().Index())
                {
                    yield return ($"{member.Name}[{place}]", new TableColumn($"{member.Name}[{place}]", place), value);
                }
            }
            else if (ScoreNames.Recognises(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
            {
                Scores = ScoreNames.KindOf(member.Name);
                foreach (var score in member.Value.EnumerateObject())
                {
                    yield return ($"{member.Name}.{score.Name}", new TableColumn(ScoreNames.Prefix + score.Name), score.Value);
                }
            }
            else
            {
                yield return (member.Name, new TableColumn(member.Name), member.Value);
            }
        }
    }

    private void Fill(JsonElement row)
    {
        Array.Clear(_cells);
        foreach (var (key, _, value) in CellsOf(row))
        {
            var place = _places.GetValueOrDefault(key, -1);
            _cells[place >= 0
                ? place
                : throw Mistake($"has '{Cell.Shown(key)}', which the first object has not; all need the same members")] = value;
        }

        if (Array.FindIndex(_cells, cell => cell is null) is >= 0 and var missing)
        {
            var key = _places.First(place => place.Value == missing).Key;
            throw Mistake($"has no '{Cell.Shown(key)}', which the first object has; all need the same members");
        }
    }

    private DiagnosticException Mistake(string message) => new(Diagnostic.Error(message, _name, Line));
}
