using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Execution;
using Glassy.Theme;

namespace Glassy.Tests.Theme;

/// <summary>The shipped component templates over models as components make them.</summary>
public sealed class ComponentTemplateTests
{
    private sealed record Tile(string Src, int Index, string? Href, string Alt, string? Caption, string? Truth, bool? Correct);

    private static readonly ScribanTheme Theme = new(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));

    private static object Model(Tile tile) => new
    {
        tile.Src,
        Tile = tile.Index,
        tile.Href,
        tile.Alt,
        tile.Caption,
        tile.Truth,
        tile.Correct,
        Width = 112,
        Height = 112,
        Title = (string?)null,
        Doubt = (string?)null,
    };

    private static IElement Render(string component, object model)
    {
        var html = Theme.Render($"components/{component}.html", model, TestContext.Current.CancellationToken).Value;
        return new HtmlParser().ParseDocument(html).Body!;
    }

    private static object Table(params Tile[] tiles) => new
    {
        Heading = "Boots & <bags>",
        Size = 112,
        Columns = 8,
        TileWidth = 28,
        TileHeight = 20,
        Tiles = tiles.Select(Model).ToArray(),
        Note = (string?)"first 2 of 6,742",
    };

    private static object Cell(int count, double share, bool diagonal) => new
    {
        Count = count,
        RowShare = share,
        Level = diagonal ? share : Math.Sqrt(share),
        IsDiagonal = diagonal,
        Title = $"{count} pictures",
        Href = "#cell",
    };

    private static object Matrix(string[] classes, int[][] counts) => new
    {
        Caption = "Confusion matrix",
        Total = counts.Sum(row => row.Sum()),
        Correct = counts.Select((row, i) => row[i]).Sum(),
        Classes = classes,
        Rows = counts.Select((row, i) => new
        {
            Name = classes[i],
            Total = row.Sum(),
            Recall = row.Sum() == 0 ? 0 : row[i] / (double)row.Sum(),
            Others = 0,
            Cells = row.Select((count, j) => Cell(count, row.Sum() == 0 ? 0 : count / (double)row.Sum(), i == j)).ToArray(),
        }).ToArray(),
        ColumnTotals = classes.Select((_, j) => counts.Sum(row => row[j])).ToArray(),
        Labels = (string?)null,
        Png = (string?)null,
        Group = "matrix-1",
        Others = (object?)null,
        Worst = Array.Empty<object>(),
        Cells = Array.Empty<object>(),
        TileWidth = 28,
        TileHeight = 28,
    };

    [Fact]
    public void A_sample_shows_its_tile_of_the_strip_with_size_and_text()
    {
        var body = Render("ImagesTable", Table(new Tile("../s.png", 3, null, "a \"boot\"", null, null, null)));

        var image = Assert.Single(body.QuerySelectorAll(".digits img"));
        Assert.Equal("../s.png", image.GetAttribute("src"));
        Assert.Equal("--i:3", image.GetAttribute("style"));
        Assert.Equal("a \"boot\"", image.GetAttribute("alt"));
        Assert.Equal("lazy", image.GetAttribute("loading"));
        Assert.Null(image.Closest("a"));
        Assert.Equal("Boots & <bags> first 2 of 6,742", body.QuerySelector("figcaption")!.TextContent);
        Assert.Equal("--nw:28;--nh:20;--size:112;--cols:8", body.QuerySelector(".digits")!.GetAttribute("style"));
    }

    [Fact]
    public void A_wrong_one_says_prediction_and_truth_and_is_no_stop_for_the_keyboard()
    {
        var body = Render("CustomImagesTable", Table(
            new Tile("s.png", 0, "w.png", "7 predicted as 2, test picture 321", "2", "7", false),
            new Tile("s.png", 1, "r.png", "7 predicted as 7, test picture 5", "ankle boot", "7", true)));

        var cards = body.QuerySelectorAll(".digits > li");
        Assert.Equal(["wrong", "right"], cards.Select(card => card.ClassName));
        Assert.Empty(body.QuerySelectorAll("a"));
        Assert.Equal("2", cards[0].QuerySelector("b")!.TextContent);
        Assert.Equal("truth 7", cards[0].QuerySelector("i")!.TextContent);
        Assert.Contains("words", body.QuerySelector(".digits")!.ClassList);
    }

    [Fact]
    public void The_matrix_has_heads_for_both_axes_and_a_quiet_zero()
    {
        var body = Render("ConfusionMatrix", Matrix(["a", "b", "c"], [[96, 4, 0], [0, 99, 1], [0, 0, 0]]));

        Assert.Equal("Predicted class", body.QuerySelector("th[scope=colgroup]")!.TextContent);
        Assert.Equal("3", body.QuerySelector("th[scope=colgroup]")!.GetAttribute("colspan"));
        Assert.Equal("True class", body.QuerySelector("th[scope=rowgroup]")!.TextContent);
        Assert.Equal("3", body.QuerySelector("th[scope=rowgroup]")!.GetAttribute("rowspan"));
        Assert.Equal(
            ["96", "4", "0", "0", "99", "1", "0", "0", "0"],
            body.QuerySelectorAll("td.hit, td.miss, td.zero").Select(cell => cell.TextContent));
        Assert.Equal(["Total", "96", "103", "1", "200", "97.5%"], body.QuerySelectorAll("tfoot tr > *").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Every_cell_with_pictures_is_a_link_that_says_what_it_counts()
    {
        var body = Render("ConfusionMatrix", Matrix(["a", "b"], [[96, 4], [0, 99]]));

        Assert.Equal(
            ["96 #cell 96 pictures", "4 #cell 4 pictures", "99 #cell 99 pictures"],
            body
                .QuerySelectorAll("td a")
                .Select(link => $"{link.TextContent} {link.GetAttribute("href")} {link.GetAttribute("aria-label")}"));
        Assert.Equal(3, body.QuerySelectorAll("input[type=radio][name=matrix-1]").Length);
    }

    [Fact]
    public void The_warm_ramp_of_the_matrix_ends_at_the_most_frequent_confusion()
    {
        var body = Render("ConfusionMatrix", Matrix(["a", "b"], [[96, 4], [1, 99]]));

        Assert.Equal(["--level:1", "--level:0.5"], body.QuerySelectorAll("td.miss").Select(cell => cell.GetAttribute("style")));
        Assert.Equal(["--level:0.96", "--level:0.99"], body.QuerySelectorAll("td.hit").Select(cell => cell.GetAttribute("style")));
        Assert.Contains("0 to 4.0% on a root scale", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_without_mistakes_has_no_warm_ramp()
    {
        var body = Render("ConfusionMatrix", Matrix(["ankle boot", "b"], [[1, 0], [0, 1]]));

        Assert.Empty(body.QuerySelectorAll(".miss, .key-miss"));
        Assert.Contains("words", body.QuerySelector("figure")!.ClassList);
    }

    [Fact]
    public void Class_counts_have_bars_relative_to_the_largest_class()
    {
        var body = Render("ClassCounts", new
        {
            Caption = "Training pictures",
            Split = "train",
            Total = 7500,
            Some = (object?)null,
            Rows = new[] { new { Name = "a", Count = 5000, Share = 2 / 3.0 }, new { Name = "<b>", Count = 2500, Share = 1 / 3.0 } },
        });

        Assert.Equal(["a5,00066.67%", "<b>2,50033.33%"], body.QuerySelectorAll("tbody tr").Select(row => row.TextContent));
        Assert.Equal(["--share:1", "--share:0.5"], body.QuerySelectorAll("i").Select(bar => bar.GetAttribute("style")));
    }

    [Fact]
    public void A_custom_test_without_mistakes_says_so()
    {
        var body = Render("CustomTest", new
        {
            Columns = 8,
            Size = 112,
            TileWidth = 28,
            TileHeight = 28,
            Tiles = Array.Empty<object>(),
            Count = 10,
            Correct = 10,
            Accuracy = 1.0,
            Only = "wrong",
            EmptyNote = "Every drawing was read right.",
        });

        Assert.Equal("Every drawing was read right.", body.QuerySelector(".empty")!.TextContent);
        Assert.Null(body.QuerySelector("figure"));
    }

    [Fact]
    public void Logs_and_summaries_keep_their_lines()
    {
        var log = Render("TrainingLog", new
        {
            Lines = new[] { new { Time = (string?)"2023-10-25 12:26:40", Text = "a < b" }, new { Time = (string?)null, Text = "  c" } },
            Text = "",
        });
        var summary = Render("ModelSummary", new { Name = "mlp", Text = "Model: \"sequential\"\n____\n  x" });

        Assert.Equal("[2023-10-25 12:26:40] a < b\n  c\n", log.QuerySelector("code")!.TextContent);
        Assert.Equal("Model: \"sequential\"\n____\n  x", summary.QuerySelector("code")!.TextContent);
    }
}
