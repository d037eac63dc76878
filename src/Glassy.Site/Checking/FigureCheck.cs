using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Diagnostics;

namespace Glassy.Checking;

/// <summary>Whether the marked figures of pages are those that follow from the published predictions.</summary>
/// <param name="figures">Those that follow.</param>
/// <param name="pointOf">The sign before the decimals in a language.</param>
public sealed partial class FigureCheck(RecomputedFigures figures, Func<string, string> pointOf)
{
    private readonly List<Diagnostic> _problems = [];

    /// <summary>How many figures agree.</summary>
    public int Right { get; private set; }

    /// <summary>How many do not follow from packed predictions, so that nothing is said of them.</summary>
    public int Unknown { get; private set; }

    /// <summary>Those that do not agree: page, figure, printed and computed value.</summary>
    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Reads one page.</summary>
    /// <param name="page">What messages call it.</param>
    /// <param name="html">The whole of it.</param>
    public void Read(string page, string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var point = pointOf(document.DocumentElement.GetAttribute("lang") ?? "en");
        foreach (var mark in document.QuerySelectorAll("[data-figure]").Where(IsOfThisRun))
        {
            Compare(page, mark.GetAttribute("data-figure")!, mark.TextContent, point); // selected by it
        }

        foreach (var table in document.QuerySelectorAll("table[data-matrix]").Where(IsOfThisRun))
        {
            var labels = table.GetAttribute("data-matrix")!.Split(','); // selected by it
            foreach (var (truth, row) in table.QuerySelectorAll("tbody tr").Index())
            {
                foreach (var (predicted, cell) in row.QuerySelectorAll(".hit, .miss, .zero").Index())
                {
                    Compare(page, $"confusionMatrix.{labels[truth]}.{labels[predicted]}", cell.TextContent, point);
                }
            }
        }
    }

    private static bool IsOfThisRun(IElement element) => element.Closest("[data-run]") is null;

    private void Compare(string page, string path, string text, string point)
    {
        var shown = NumbersIn(text, point);
        if (figures.Of(path) is not { } figure || shown.Count != figure.Values.Count)
        {
            Unknown++;
            return;
        }

        if (shown
            .Zip(figure.Values)
            .All(pair => Math.Abs(pair.First.Value - pair.Second) <= (pair.First.Half * (1 + 1e-6)) + figure.Tolerance))
        {
            Right++;
            return;
        }

        var computed = string.Join("–", figure.Values.Select(value => value.ToString("0.######", CultureInfo.InvariantCulture)));
        _problems.Add(Diagnostic.Error(
            $"{path} is '{text.Trim()}', but {computed} follows from the published predictions; build the site again", page));
    }

    /// <summary>The numbers of a text, each with half of its last digit.</summary>
    private static List<(double Value, double Half)> NumbersIn(string text, string point)
    {
        var scale = text.Contains('%', StringComparison.Ordinal) ? 100.0 : 1;
        var found = new List<(double Value, double Half)>();
        foreach (Match number in Number().Matches(text.Replace("\u00a0", "", StringComparison.Ordinal)))
        {
            var parts = number.Value.Split(point);
            var digits = parts.Length > 1 ? parts[1] : "";
            var whole = new string([.. parts[0].Where(char.IsAsciiDigit)]);
            var size = double.Parse($"{whole}.{digits}0", CultureInfo.InvariantCulture);
            found.Add(((number.Value[0] is '-' or '−' ? -size : size) / scale, 0.5 / Math.Pow(10, digits.Length) / scale));
        }

        return found;
    }

    [GeneratedRegex("[-−]?[0-9](?:[0-9]|[.,](?=[0-9]))*")]
    private static partial Regex Number();
}
