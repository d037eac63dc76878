using System.Globalization;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Foreign.Tables;
using Glassy.Metrics;

namespace Glassy.Foreign;

/// <summary>Reads what another program's model says of the pictures of a split, whatever the order of its rows.</summary>
public sealed class PredictionReader
{
    private readonly string _path;
    private readonly string _name;
    private readonly TestPictures _pictures;
    private readonly TableMistakes _mistakes;
    private readonly ClassTexts _texts;
    private readonly ScoreReader _scores;
    private readonly Row?[] _rows;

    /// <param name="path">Absolute path of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="pictures">What the predictions are about.</param>
    public PredictionReader(string path, string name, TestPictures pictures)
    {
        (_path, _name, _pictures) = (path, name, pictures);
        (_mistakes, _texts, _rows) = (new TableMistakes(name), new ClassTexts(pictures.Classes), new Row?[pictures.Labels.Count]);
        _scores = new ScoreReader(pictures.Classes, _mistakes);
    }

    /// <param name="declared">What the recipe says that the file says of each class; null to recognise it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">Every kind of mistake in the file, each with the first row that has it.</exception>
    public async Task<ForeignPredictions> ReadAsync(ScoreKind? declared, CancellationToken cancellationToken)
    {
        using var table = await TableFile.OpenAsync(_path, _name, cancellationToken).ConfigureAwait(false);
        var roles = ColumnRoles.Of(table, _pictures.Classes, table.IsInOrder || _pictures.AreRows, _name);
        _mistakes.HasLines = table.HasLines;
        var said = declared ?? table.Scores;
        ScoreKind? kind = roles.Scores.Count == 0 ? null : await SurveyAsync(roles, said, table, cancellationToken).ConfigureAwait(false);
        var count = 0;
        for (; table.Read(); count++)
        {
            if (count % 1000 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadRow(table, roles, kind, count);
        }

        if (count == 0)
        {
            throw new DiagnosticException(
                Diagnostic.Error("has a head and no row, expected a row for each test picture", _name, table.HeadLine));
        }

        var predictions = Finish();
        return _mistakes.HasErrors
            ? throw new DiagnosticException([.. _mistakes.Diagnostics.Where(mistake => mistake.Severity == Severity.Error)])
            : new ForeignPredictions(predictions, kind, said is not null, AttributesOf(table, roles), table.Unread, _mistakes.Diagnostics);
    }

    /// <summary>What the other columns say, once there is a row for each picture.</summary>
    private List<PictureTrait> AttributesOf(IPredictionTable table, ColumnRoles roles) =>
        [.. roles.Others.Select((column, i) => new PictureTrait(table.Columns[column].Name, [.. _rows.Select(row => row!.Others[i])]))];

    /// <summary>
    /// What the scores are: as it is said, else logits if any number cannot be a probability; and whether other columns are scores too.
    /// </summary>
    /// <exception cref="DiagnosticException">Most rows are probabilities or percentages, and some are not; or a column is the score of a
    /// class that is none.</exception>
    private async Task<ScoreKind> SurveyAsync(
        ColumnRoles roles,
        ScoreKind? said,
        IPredictionTable head,
        CancellationToken cancellationToken)
    {
        // the others say themselves that they are scores
        IReadOnlyList<int> beside = roles.Scores.All(column => IsPlain(head.Columns[column])) ? roles.Others : [];
        if (said is { } known && beside.Count == 0)
        {
            return known;
        }

        using var table = await TableFile.OpenAsync(_path, _name, cancellationToken).ConfigureAwait(false);
        var row = new double[roles.Scores.Count];
        var (sums, stray) = (new ScoreSums(), new StrayScores(beside.Count));
        while (table.Read())
        {
            for (var c = 0; c < row.Length; c++)
            {
                row[c] = table.TryNumber(roles.Scores[c], out var value) ? value : 0; // what is no number is reported when the row is read
            }

            sums.Add(row, table.Line);
            stray.Add(row, [.. beside.Select(column => table.TryNumber(column, out var value) ? value : (double?)null)]);
        }

        if (said is null && sums.Mistake is { } mistake)
        {
            throw new DiagnosticException(Diagnostic.Error(mistake, _name, table.HasLines ? sums.OddLine : 0));
        }

        var kind = said ?? sums.Kind;
        return stray.Find(kind) is >= 0 and var found ? throw Stray(head.Columns[beside[found]].Name, kind, head.HeadLine) : kind;
    }

    /// <summary>Whether a column is a class' by its bare name, which those of other things have too.</summary>
    private static bool IsPlain(TableColumn column) =>
        column.Class is null && !column.Name.StartsWith(ScoreNames.Prefix, StringComparison.OrdinalIgnoreCase);

    private DiagnosticException Stray(string column, ScoreKind kind, int line) => new(Diagnostic.Error(
        $"the column '{Cell.Shown(column)}' has scores as those of the classes have, and is no class of '{_pictures.Dataset}' ({Spelling.Some(_pictures.Classes)}): "
        + (kind == ScoreKind.Logits ? "without it a softmax gives other probabilities; " : "the probabilities sum to 1 with it alone; ")
        + "take the dataset that the model was trained on, leave the column out to have the others alone, "
        + $"or call the columns of classes '{ScoreNames.Prefix}{_pictures.Classes[0]}' and so on if it is something else", _name, line));

    private void ReadRow(IPredictionTable table, ColumnRoles roles, ScoreKind? kind, int count)
    {
        var place = PlaceOf(table, roles, count);
        var row = new Row(
            table.Line,
            TextOf(table, roles.Label, "label"),
            TextOf(table, roles.Predicted, "predicted"),
            kind is { } scores ? _scores.Read(table, roles.Scores, scores) : ScoreRow.None,
            [.. roles.Others.Select(table.Text)]);
        if (place < 0)
        {
            return;
        }

        if (_rows[place] is { } earlier)
        {
            ReportTwice(earlier, row, place);
            return;
        }

        _rows[place] = row;
    }

    private void ReportTwice(Row earlier, Row row, int place)
    {
        var isSame = earlier.Label == row.Label && earlier.Predicted == row.Predicted
            && earlier.Scores.LogProbabilities.AsSpan().SequenceEqual(row.Scores.LogProbabilities);
        var message = FormattableString.Invariant(
            $"{_pictures.NameOf(place)} is there a second time, first in {(_mistakes.HasLines ? "line" : "row")} {earlier.Line}");
        if (isSame)
        {
            _mistakes.Warning("twice", row.Line, () => $"{message}; both say the same, and it counts once");
        }
        else
        {
            _mistakes.Error("twice otherwise", row.Line, () => $"{message}, and says something else; keep one row for each picture");
        }
    }

    private int PlaceOf(IPredictionTable table, ColumnRoles roles, int count)
    {
        if (roles.File is { } file)
        {
            var text = table.Text(file);
            if (text.Length == 0)
            {
                _mistakes.Error("no file", table.Line, () => "`file` is empty, expected the picture's path in the dataset");
                return -1;
            }

            var place = _pictures.Find(text, out var mistake);
            if (place < 0)
            {
                _mistakes.Error(_pictures.Names is null ? "no files" : "unknown file", table.Line, () => mistake);
            }

            return place;
        }

        if (roles.Index is { } index)
        {
            return IndexOf(table.Text(index), table.Line);
        }

        if (count < _rows.Length)
        {
            return count;
        }

        _mistakes.Error("too many", table.Line, () => FormattableString.Invariant(
            $"more rows than the {Counted.Of(_rows.Length, "test picture")} of '{_pictures.Dataset}', which they follow in order"));
        return -1;
    }

    private int IndexOf(string text, int line)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && double.IsInteger(number) && number < _rows.Length)
        {
            return (int)number;
        }

        _mistakes.Error("index", line, () => FormattableString.Invariant(
            $"`index` is '{Cell.Shown(text)}', expected the picture's place in the test split, 0 to {_rows.Length - 1}"));
        return -1;
    }

    private int? TextOf(IPredictionTable table, int? column, string what)
    {
        if (column is not { } place)
        {
            return null;
        }

        var text = table.Text(place);
        if (text.Length > 0)
        {
            return _texts.Add(text);
        }

        _mistakes.Error($"no {what}", table.Line, () =>
            $"`{what}` is empty, expected one of the classes {Spelling.Some(_pictures.Classes)}");
        return null;
    }

    private List<Prediction> Finish()
    {
        var classes = _texts.Resolve();
        var predictions = new List<Prediction>(_rows.Length);
        foreach (var (place, row) in _rows.Index())
        {
            if (row is null)
            {
                continue;
            }

            CheckLabel(row, place, classes);
            var answer = row.Predicted is { } text ? ClassOf("predicted", text, row.Line, classes) : row.Scores.Likeliest;
            CheckScores(row, answer, _pictures.Labels[place]);
            predictions.Add(new Prediction(place, _pictures.Labels[place], Math.Max(0, answer), row.Scores.LogProbabilities));
        }

        ReportMissing();
        return predictions;
    }

    /// <summary>Says where the scores are at odds with the answer, or with the truth.</summary>
    private void CheckScores(Row row, int answer, int truth)
    {
        var (logs, likeliest) = (row.Scores.LogProbabilities, row.Scores.Likeliest);
        if (answer >= 0 && logs.Length > 0 && logs[answer] < logs[likeliest])
        {
            _mistakes.Warning("other answer", row.Line, () =>
                $"`predicted` is '{_pictures.Classes[answer]}', but '{_pictures.Classes[likeliest]}' is more probable; `predicted` is what counts");
        }

        if (logs.Length > 0 && logs[truth] == ScoreRow.Least)
        {
            _mistakes.Warning("impossible truth", row.Line, () =>
                $"the true class '{_pictures.Classes[truth]}' has probability 0: in the log loss it counts as 2^-149, the smallest single above 0");
        }
    }

    private void CheckLabel(Row row, int place, IReadOnlyList<int> classes)
    {
        if (row.Label is not { } text
            || ClassOf("label", text, row.Line, classes) is not (>= 0 and var label)
            || label == _pictures.Labels[place])
        {
            return;
        }

        _mistakes.Error("other label", row.Line, () =>
            $"`label` is '{_pictures.Classes[label]}', but '{_pictures.Dataset}' has {_pictures.NameOf(place)} as "
            + $"'{_pictures.Classes[_pictures.Labels[place]]}'; are the rows of other pictures, or in another order?");
    }

    private int ClassOf(string what, int text, int line, IReadOnlyList<int> classes)
    {
        if (classes[text] < 0)
        {
            _mistakes.Error($"unknown {what}", line, () =>
                $"`{what}` is '{Cell.Shown(_texts.TextOf(text))}', which is no class of '{_pictures.Dataset}'"
                + $"{Spelling.SuggestAndSome(_texts.TextOf(text), _pictures.Classes)}");
        }

        return classes[text];
    }

    private void ReportMissing()
    {
        if (_mistakes.HasErrors || Array.FindIndex(_rows, row => row is null) is not (>= 0 and var first))
        {
            return; // rows that could not be placed are reported themselves
        }

        var missing = _rows.Count(row => row is null);
        _mistakes.Error("missing", 0, () => FormattableString.Invariant($"no row for {missing:N0} of {_rows.Length:N0} test pictures of ")
            + FormattableString.Invariant($"'{_pictures.Dataset}', first {_pictures.NameOf(first)}; write a row for each"));
    }

    private sealed record Row(int Line, int? Label, int? Predicted, ScoreRow Scores, string[] Others);
}
