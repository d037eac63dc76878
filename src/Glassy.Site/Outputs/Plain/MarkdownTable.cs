namespace Glassy.Outputs.Plain;

/// <summary>
/// Writes a table as Markdown has it: one head row, every cell in one row and column. Cells that reach over several say
/// their text in the first; columns that have no cell of their own, such as those of axis titles, are left out.
/// </summary>
internal static class MarkdownTable
{
    /// <param name="table">The element.</param>
    /// <param name="textOf">A cell's text, on one line.</param>
    public static string Write(HtmlNode table, Func<HtmlNode, string> textOf)
    {
        var rows = table.Descendants().Where(node => node.Name == "tr").ToList();
        var heads = table.Children.Where(part => part.Name == "thead").SelectMany(part => part.Children).Count(node => node.Name == "tr");
        var grid = Grid(rows);
        var columns = Enumerable.Range(0, grid.Count == 0 ? 0 : grid.Max(row => row.Count))
            .Where(column => IsShown(grid, column, textOf))
            .ToList();
        if (columns.Count == 0)
        {
            return "";
        }

        var head = columns.Select(column =>
            string.Join(' ', grid.Take(heads).Select(row => row.ElementAtOrDefault(column)).OfType<HtmlNode>()
            .Distinct().Where(cell => !IsAxis(cell)).Select(Text).Where(text => text.Length > 0)));
        var written = new HashSet<HtmlNode>();
        var lines = grid.Skip(heads).Select(row => Line(columns.Select(column =>
            row.ElementAtOrDefault(column) is { } cell && written.Add(cell) ? Text(cell) : "")));
        var rule = columns.Select(column => IsNumeric(grid.Skip(heads), column) ? "---:" : "---");
        return string.Join('\n', lines.Prepend(Line(rule)).Prepend(Line(head)));

        string Text(HtmlNode cell) =>
            textOf(cell).Replace("\\\n", "<br>", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <summary>Which cell stands in each row and column; null for none.</summary>
    private static List<List<HtmlNode?>> Grid(List<HtmlNode> rows)
    {
        var grid = rows.ConvertAll(_ => new List<HtmlNode?>());
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Children.Where(node => node.Name is "td" or "th"))
            {
                while (column < grid[row].Count && grid[row][column] is not null)
                {
                    column++;
                }

                Place(grid, cell, row, column);
            }
        }

        return grid;
    }

    private static void Place(List<List<HtmlNode?>> grid, HtmlNode cell, int row, int column)
    {
        var (below, right) = (Math.Min(grid.Count, row + cell.Count("rowspan")), column + Math.Min(1000, cell.Count("colspan")));
        for (var y = row; y < below; y++)
        {
            while (grid[y].Count < right)
            {
                grid[y].Add(null);
            }

            for (var x = column; x < right; x++)
            {
                grid[y][x] = cell;
            }
        }
    }

    /// <summary>Whether a column says something that the one after it does not say too.</summary>
    private static bool IsShown(List<List<HtmlNode?>> grid, int column, Func<HtmlNode, string> textOf) => grid.Exists(row =>
        row.ElementAtOrDefault(column) is { } cell
            && !IsAxis(cell)
            && cell != row.ElementAtOrDefault(column + 1)
            && textOf(cell).Length > 0);

    private static bool IsAxis(HtmlNode cell) => cell.HasClass("axis");

    private static bool IsNumeric(IEnumerable<List<HtmlNode?>> rows, int column) =>
        rows.Select(row => row.ElementAtOrDefault(column)).OfType<HtmlNode>().FirstOrDefault() is { } cell
        && (cell.Attribute("style")?.Contains("right", StringComparison.Ordinal) == true
        || cell.HasClass("number")
        || cell.HasClass("hit")
        || cell.HasClass("miss")
        || cell.HasClass("zero")
        || cell.HasClass("sum"));

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
