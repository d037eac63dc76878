using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>A project that has only those of the theme's files that it changes, and what the guide says about them.</summary>
public sealed partial class OwnThemeTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_file_of_the_same_name_stands_in_place_of_the_themes_and_all_others_stay()
    {
        _project.Write("input/index.md", "---\nlayout: mine\n---\n# Home\n\n<ClassCounts split=\"test\" />\n");
        _project.Write("input/other.md", "# Other\n");
        _project.Write("site/partials/footer.html", "<footer>about {{ run.dataset.name }}</footer>\n");
        _project.Write("site/components/ClassCounts.html", "<p class=\"own\">{{ total }}</p>\n");
        _project.Write(
            "site/layouts/mine.html",
            "<!doctype html><html lang=\"en\"><head>{{ include \"partials/head.html\" }}</head><body class=\"mine\">{{ content }}</body></html>\n");
        _project.Write("site/assets/css/custom.css", ":root { --right: red; }\n");
        _project.Write("site/assets/css/fonts/mine.woff2", "font");
        _project.Write("site/assets/img/glassy.svg", "<svg/>");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var home = new HtmlParser().ParseDocument(_project.Read("output/index.html"));
        Assert.NotNull(home.QuerySelector("body.mine"));
        Assert.Equal("15", home.QuerySelector(".own")!.TextContent);
        var other = new HtmlParser().ParseDocument(_project.Read("output/other/index.html"));
        Assert.Equal("about flowers", other.QuerySelector("footer")!.TextContent);
        Assert.NotNull(other.QuerySelector("header.bar"));
        Assert.Equal(
            ["../assets/css/glassy.css", "../assets/css/custom.css"],
            other.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")));
        Assert.Equal((":root { --right: red; }\n", "font", "<svg/>"), (
            _project.Read("output/assets/css/custom.css"),
            _project.Read("output/assets/css/fonts/mine.woff2"),
            _project.Read("output/assets/img/glassy.svg")));
        Assert.True(File.Exists(Path.Combine(_project.Root, "output/assets/js/glassy.js")));
    }

    [Fact]
    public void The_guide_lists_every_property_of_the_style_and_no_other()
    {
        var style = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "site/styles/tokens.css"));
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "input/guide/theming.md"));
        var root = style[style.IndexOf(":root {", StringComparison.Ordinal)..];

        Assert.Equal(
            Declaration().Matches(root[..root.IndexOf('}', StringComparison.Ordinal)]).Select(match => match.Groups[1].Value).Order(),
            Row().Matches(guide).Select(match => match.Groups[1].Value).Order());
    }

    [GeneratedRegex(@"^\s+(--[\w-]+):", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\| `(--[\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
