using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>The cards that messengers show.</summary>
public sealed class CardsTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public CardsTests()
    {
        _project.Write("input/index.md", "# The page\n\nText\n");
        _project.Write("input/same.md", "---\ntitle: The page\n---\nRight {{ run.accuracy | percent }} of the time\n");
        _project.Write("input/own.md", "---\nimage: https://example.org/own.png\n---\n# Own\n");
        _project.Write("input/a/_category_.yml", "label: Group\nlink: {type: generated-index}\n");
        _project.Write("input/a/b.md", "# 数字\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_page_without_a_picture_of_its_own_has_a_card_beside_it()
    {
        Configure("  url: https://example.org\n  basePath: /docs\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.False(built.Failed);
        Assert.Equal(
            "warning: the cards' font has not all letters of the title '数字': their cards show the site's name alone; "
            + "give these pages an `image` in front matter, or set `site.socialCards: false`\n",
            built.Errors);
        Assert.Equal(
            ["output/a/b/index.card.png", "output/category/group/index.card.png", "output/index.card.png", "output/same/index.card.png"],
            _project.Files("output", "*.card.png"));
        Assert.Equal("https://example.org/docs/same/index.card.png", Meta("same/index.html", "property='og:image'"));
        Assert.Equal(("1200", "630"), (Meta("index.html", "property='og:image:width'"), Meta("index.html", "property='og:image:height'")));
        Assert.Equal("summary_large_image", Meta("index.html", "name='twitter:card'"));
        Assert.Equal("https://example.org/own.png", Meta("own/index.html", "property='og:image'"));
        Assert.Null(Meta("own/index.html", "property='og:image:width'"));
        Assert.Null(Meta("404.html", "property='og:image'"));
        Assert.NotEqual(Card("index.card.png"), Card("same/index.card.png")); // one states the run's accuracy
    }

    [Theory]
    [InlineData("")]
    [InlineData("  url: https://example.org\n  socialCards: false\n")]
    public async Task There_are_none_where_nobody_could_fetch_them_or_they_are_not_wanted(string site)
    {
        Configure(site);

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(_project.Files("output", "*.card.png"));
        Assert.Null(Meta("index.html", "property='og:image'"));
        Assert.Equal("summary", Meta("index.html", "name='twitter:card'"));
    }

    private byte[] Card(string file) => File.ReadAllBytes(Path.Combine(_project.Root, "output", file));

    private string? Meta(string file, string attribute) =>
        new HtmlParser().ParseDocument(_project.Read("output/" + file)).QuerySelector($"meta[{attribute}]")?.GetAttribute("content");

    private void Configure(string site) =>
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  title: Flowers\n" + site);
}
