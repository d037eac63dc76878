using Glassy.Configuration;

namespace Glassy.Tests.Configuration;

/// <summary>Every key of <c>glassy.yml</c> reaches what is built: none is dropped on its way.</summary>
public sealed class EveryKeyTests(ConfiguredSite site) : IClassFixture<ConfiguredSite>
{
    private const string Home = "index.html";
    private const string Guide = "guide/index.html";

    /// <summary>For each key another value than its default, and what only the site with that value has.</summary>
    private static readonly IReadOnlyDictionary<string, Change> Changes = new Dictionary<string, Change>
    {
        ["dataset"] = new("weeds", Home, "Data: weeds"),
        ["samples"] = new("3", "assets/datasets/flowers/train/rose/rose-0003.png", "PNG") { Removes = true },

        ["run.model"] = new("oracle", ConfiguredSite.Messages, "'run.model' is 'oracle'"),
        ["run.hidden"] = new("[5]", ConfiguredSite.Weights, "[5,162]"),
        ["run.epochs"] = new("1", "results.json", "\"epochs\": 1") { ChangesWeights = true },
        ["run.batchSize"] = new("7", "results.json", "\"batchSize\": 7") { ChangesWeights = true },
        ["run.learningRate"] = new("0.5", "results.json", "\"learningRate\": 0.5") { ChangesWeights = true },
        ["run.normalize"] = new("scale", "results.json", "\"normalize\": \"scale\"") { ChangesWeights = true },
        ["run.seed"] = new("8", "results.json", "\"seed\": 8") { ChangesWeights = true },
        ["run.threads"] = new("2", "results.json", "\"threads\": 2"),

        ["site.title"] = new("Meadow", Home, "<span>Meadow</span>"),
        ["site.tagline"] = new("All in bloom", "llms.txt", "> All in bloom"),
        ["site.url"] = new("https://example.org", "robots.txt", "Sitemap: https://example.org/sitemap.xml"),
        ["site.basePath"] = new("/meadow", "404.html", "href=\"/meadow/assets/css/glassy.css\""),
        ["site.routeBase"] = new("/docs", "docs/guide/index.html", "<h1"),
        ["site.repository"] = new("https://example.org/repo", Home, "https://example.org/repo\""),
        ["site.editUrl"] = new("https://example.org/edit/", Guide, "\"https://example.org/edit/input/guide.md\""),
        ["site.showLastUpdateTime"] = new("true", Guide, "3 February 2020"),
        ["site.showLastUpdateAuthor"] = new("true", Guide, "by Ada"),
        ["site.favicon"] = new("/img/a.svg", Home, "<link rel=\"icon\" href=\"./img/a.svg\""),
        ["site.logo"] = new("/img/a.svg", Home, "src=\"./img/a.svg\" alt=\"\""),
        ["site.logoDark"] = new("/img/b.svg", Home, "<img class=\"in-dark\" src=\"./img/b.svg\"") { Given = new() { ["site.logo"] = "/img/a.svg" } },
        ["site.announcement"] = new("Fresh news", Home, "Fresh news"),
        ["site.linkStyle"] = new("file", Home, "<p>Data: flowers. <a href=\"./guide/index.html\">"),
        ["site.trailingSlash"] = new("false", "guide.html", "<h1"),
        ["site.search"] = new("false", "assets/search/index.js", "Home") { Removes = true },
        ["site.socialCards"] = new("false", Home, "<meta property=\"og:image\"") { Given = new() { ["site.url"] = "https://example.org" }, Removes = true },
        ["site.cname"] = new("docs.example.org", "CNAME", "docs.example.org"),
        ["site.onBrokenLinks"] = new("warn", ConfiguredSite.Messages, "Warning input/index.md") { Text = "[a](/nowhere)" },
        ["site.onBrokenAnchors"] = new("throw", ConfiguredSite.Messages, "Error input/index.md") { Text = "[a](guide.md#nowhere)" },
        ["site.onBrokenImages"] = new("warn", ConfiguredSite.Messages, "Warning input/index.md") { Text = "![a](/nowhere.png)" },
        ["site.onInlineTags"] = new("throw", ConfiguredSite.Messages, "Error input/guide.md"),
    };

    public static TheoryData<string> Keys => [.. ConfigSchema.Keys.Select(key => key.Path)];

    [Fact]
    public void Every_key_has_a_case_here_with_another_value_than_its_default()
    {
        Assert.Equal(ConfigSchema.Keys.Select(key => key.Path), Changes.Keys);
        Assert.All(ConfigSchema.Keys, key => Assert.NotEqual(key.Default, Changes[key.Path].Value));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_changed_key_changes_the_site_or_what_is_said_of_it(string key)
    {
        var change = Changes[key];
        var usual = await site.BuildAsync(change.Text, change.Given);

        var changed = await site.BuildAsync(change.Text, new Dictionary<string, string>(change.Given) { [key] = change.Value });

        var (without, with) = change.Removes ? (changed, usual) : (usual, changed);
        Assert.Contains(change.Shown, with.GetValueOrDefault(change.File, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(change.Shown, without.GetValueOrDefault(change.File, ""), StringComparison.Ordinal);
        Assert.True(!change.ChangesWeights || usual[ConfiguredSite.Weights] != changed[ConfiguredSite.Weights], "the weights are the same");
    }

    /// <param name="Value">Another than the default, as it is written.</param>
    /// <param name="File">Where it shows: a file of the site, or its messages.</param>
    /// <param name="Shown">What is there with this value, and is not with the default.</param>
    private sealed record Change(string Value, string File, string Shown)
    {
        /// <summary>Other keys that this one needs, in both sites.</summary>
        public Dictionary<string, string> Given { get; init; } = [];

        /// <summary>What the home page says more, in both sites.</summary>
        public string Text { get; init; } = "";

        /// <summary>Whether <see cref="Shown"/> is what only the default shows.</summary>
        public bool Removes { get; init; }

        /// <summary>Whether the trained model is another one.</summary>
        public bool ChangesWeights { get; init; }
    }
}
