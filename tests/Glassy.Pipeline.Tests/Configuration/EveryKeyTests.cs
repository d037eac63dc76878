using Glassy.Configuration;

namespace Glassy.Tests.Configuration;

/// <summary>Every key of <c>glassy.yml</c> reaches what is built: none is dropped on its way.</summary>
public sealed class EveryKeyTests(ConfiguredSite site) : IClassFixture<ConfiguredSite>
{
    private const string Home = "index.html";
    private const string Guide = "guide/index.html";
    private const string List = "llms.txt";
    private const string Results = "results.json";
    private const string Messages = ConfiguredSite.Messages;

    /// <summary>
    /// For each key another value than its default, and what only the site with that value has, wherever the key matters.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, Change> Changes = new Dictionary<string, Change>
    {
        ["dataset.name"] = new("weeds", (Home, "Data: weeds")),
        ["dataset.path"] = new("weeds", (Home, "Data: weeds")),
        ["dataset.resize.size"] = new("4x2", (ConfiguredSite.Weights, "[128,24]")),
        ["dataset.resize.fit"] = new("stretch") { Given = new() { ["dataset.resize.size"] = "4" }, ChangesWeights = true },
        ["dataset.split.test"] = new("0.5", (Results, "test: 0.5")) { Given = new() { ["dataset.name"] = "garden" } },
        ["dataset.split.seed"] = new("7", (Results, "seed: 7")) { Given = new() { ["dataset.name"] = "garden" } },
        ["dataset.labels"] = new("labels.csv", (Results, "\"odd\"")),
        ["dataset.attributes"] = new("attributes.csv", (Home, "Accuracy by device")) { Text = "<Slices by=\"device\" />" },
        ["dataset.onCorrupt"] = new("skip", (Home, "Data: torn")) { Given = new() { ["dataset.name"] = "torn" } },
        ["samples"] = new("3", ("assets/datasets/flowers/train/rose/rose-0003.png", "PNG")) { Removes = true },

        ["run.model"] = new("oracle", (Messages, "'run.model' is 'oracle'")),
        ["run.hidden"] = new("[5]", (ConfiguredSite.Weights, "[5,162]")),
        ["run.channels"] = new("[5]", (ConfiguredSite.Weights, "[5,3,3,3]")) { Given = new() { ["run.model"] = "cnn" } },
        ["run.dropout"] = new("0.5", (Results, "\"dropout\": 0.5")) { ChangesWeights = true },
        ["run.epochs"] = new("1", (Results, "\"epochs\": 1")) { ChangesWeights = true },
        ["run.batchSize"] = new("7", (Results, "\"batchSize\": 7")) { ChangesWeights = true },
        ["run.validation"] = new("0.25", (Results, "\"validationAccuracy\": 0")) { ChangesWeights = true },
        ["run.learningRate"] = new("0.5", (Results, "\"learningRate\": 0.5")) { ChangesWeights = true },
        ["run.schedule"] = new("one-cycle", (Results, "\"schedule\": \"one-cycle\"")) { ChangesWeights = true },
        ["run.weightDecay"] = new("0.5", (Results, "\"weightDecay\": 0.5")) { ChangesWeights = true },
        ["run.classWeights"] = new("balanced", (Results, "\"classWeights\": \"balanced\"")),
        ["run.labelSmoothing"] = new("0.5", (Results, "\"labelSmoothing\": 0.5")) { ChangesWeights = true },
        ["run.augment"] = new("shift 1", (Results, "\"augment\": \"shift 1\"")) { ChangesWeights = true },
        ["run.patience"] = new("1", (Results, "\"patience\": 1"), (Home, "with the weights of epoch"))
        {
            Given = new() { ["run.validation"] = "0.25" },
            Text = "<LearningCurve />",
        },
        ["run.preprocess"] = new("dilate", (Results, "\"preprocess\": \"dilate\"")) { ChangesWeights = true },
        ["run.normalize"] = new("scale", (Results, "\"normalize\": \"scale\"")) { ChangesWeights = true },
        ["run.seed"] = new("8", (Results, "\"seed\": 8")) { ChangesWeights = true },
        ["run.threads"] = new("2", (Results, "\"threads\": 2")),

        ["site.title"] = new("Meadow", (Home, "<span>Meadow</span>"), (Home, "So: Meadow."), (List, "# Meadow"))
        {
            Text = "So: {{ site.title }}.",
        },
        ["site.tagline"] = new("All in bloom", (Home, "So: All in bloom."), (List, "> All in bloom")) { Text = "So: {{ site.tagline }}." },
        ["site.language"] = new(
            "de",
            (Home, "<html lang=\"de\" dir=\"ltr\">"),
            (Home, "aria-label=\"Farbschema wechseln\""),
            (Home, "So: 1.234,5 und "),
            (Guide, "am <time datetime=\"2020-02-03T00:00:00+00:00\">3. Februar 2020</time>"),
            ("404.html", "<h1>Seite nicht gefunden</h1>"),
            ("tags/index.html", "<h1>Schlagw"),
            ("assets/css/glassy.css", "--figure:\"Abb. \""),
            ("assets/js/glassy.js", "\"copied\":\"Kopiert\""))
        {
            Given = new() { ["site.showLastUpdateTime"] = "true" },
            Text = "So: {{ 1234.5 | number }} und mehr.",
        },
        ["site.url"] = new(
            "https://example.org",
            (Home, "So: https://example.org."),
            (Home, "<link rel=\"canonical\" href=\"https://example.org/\">"),
            (List, "https://example.org/guide/index.md"),
            ("robots.txt", "Sitemap: https://example.org/sitemap.xml"))
        {
            Text = "So: {{ site.url }}.",
        },
        ["site.basePath"] = new(
            "/meadow",
            ("404.html", "href=\"/meadow/assets/css/glassy.css\""),
            (Home, "<a href=\"./guide\">M</a>"),
            ("sitemap.xml", "https://example.org/meadow/guide"))
        {
            Given = new() { ["site.url"] = "https://example.org", ["site.onBrokenLinks"] = "ignore" },
            Text = "[M](/meadow/guide)",
        },
        ["site.routeBase"] = new(
            "/docs", ("docs/guide/index.html", "<h1"), ("docs/category/part/index.html", "<h1"), ("docs/tags/new/index.html", "<h1")),
        ["site.repository"] = new(
            "https://example.org/repo",
            (Home, "So: https://example.org/repo."),
            (Home, "<a class=\"tool\" href=\"https://example.org/repo\""),
            (Home, "https://example.org/repo/blob/HEAD/code.cs"),
            (Guide, "\"https://example.org/repo/edit/main/input/guide.md\""))
        {
            Text = "So: {{ site.repository }}.\n\n<CodeRegion file=\"code.cs\" />",
        },
        ["site.editUrl"] = new("https://example.org/edit/", (Guide, "\"https://example.org/edit/input/guide.md\"")),
        ["site.showLastUpdateTime"] = new("true", (Guide, "3 February 2020")),
        ["site.showLastUpdateAuthor"] = new("true", (Guide, "by Ada")),
        ["site.favicon"] = new("/img/a.svg", (Home, "<link rel=\"icon\" href=\"./img/a.svg\"")),
        ["site.logo"] = new("/img/a.svg", (Home, "src=\"./img/a.svg\" alt=\"\"")),
        ["site.logoDark"] = new("/img/b.svg", (Home, "<img class=\"in-dark\" src=\"./img/b.svg\""))
        {
            Given = new() { ["site.logo"] = "/img/a.svg" },
        },
        ["site.announcement"] = new("Fresh news", (Home, "Fresh news")),
        ["site.linkStyle"] = new(
            "file",
            (Home, "<p>Data: flowers. <a href=\"./guide/index.html\">"),
            (Home, "<a href=\"./guide/index.html\">news</a>"),
            ("category/part/index.html", "<a href=\"../../guide/index.html\">Guide</a>"),
            ("category/part/index.md", "/part/a/index.html"),
            ("assets/search/index.js", "\"guide/index.html\""))
        {
            Given = new() { ["site.announcement"] = "'[news](guide.md)'", ["site.url"] = "https://example.org" },
        },
        ["site.trailingSlash"] = new("false", ("guide.html", "<h1"), ("category/part.html", "<h1"), ("tags/new.html", "<h1")),
        ["site.primaryRun"] = new("none", (Messages, "there is no recipe 'none'")),
        ["site.search"] = new("false", ("assets/search/index.js", "Home"), (Home, "class=\"tool search\"")) { Removes = true },
        ["site.methodsPage"] = new("false", ("methods-and-checks/index.html", "GL001"), (Home, "methods-and-checks")) { Removes = true },
        ["site.socialCards"] = new("false", (Home, "<meta property=\"og:image\""), ("index.card.png", "PNG"))
        {
            Given = new() { ["site.url"] = "https://example.org" },
            Removes = true,
        },
        ["site.cname"] = new("docs.example.org", ("CNAME", "docs.example.org")),
        ["site.onBrokenLinks"] = new("warn", (Messages, "Warning input/index.md"), (Messages, "Warning glassy.yml"))
        {
            Given = new() { ["site.announcement"] = "'[b](/nowhere)'" },
            Text = "[a](/nowhere)",
        },
        ["site.onBrokenAnchors"] = new("throw", (Messages, "Error input/index.md"), (Messages, "Error glassy.yml"))
        {
            Given = new() { ["site.announcement"] = "'[b](guide.md#nowhere)'" },
            Text = "[a](guide.md#nowhere)",
        },
        ["site.onBrokenImages"] = new("warn", (Messages, "Warning input/index.md"), (Messages, "Warning glassy.yml"))
        {
            Given = new() { ["site.logo"] = "/nowhere.svg" },
            Text = "![a](/nowhere.png)",
        },
        ["site.onInlineTags"] = new("throw", (Messages, "Error input/guide.md")),
    };

    public static TheoryData<string> Keys => [.. ConfigSchema.Keys.Select(key => key.Path)];

    [Fact]
    public void Every_key_has_a_case_here_with_another_value_than_its_default()
    {
        Assert.Equal(ConfigSchema.Keys.Select(key => key.Path).Order(), Changes.Keys.Order());
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
        Assert.All(change.Looks, look =>
        {
            Assert.Contains(look.Shown, with.GetValueOrDefault(look.File, ""), StringComparison.Ordinal);
            Assert.DoesNotContain(look.Shown, without.GetValueOrDefault(look.File, ""), StringComparison.Ordinal);
        });
        Assert.True(!change.ChangesWeights || usual[ConfiguredSite.Weights] != changed[ConfiguredSite.Weights], "the weights are the same");
    }

    /// <param name="Value">Another than the default, as it is written.</param>
    /// <param name="Looks">What shows it: a file of the site, or its messages, and what is there with this value and not with the
    /// default.</param>
    private sealed record Change(string Value, params IReadOnlyList<(string File, string Shown)> Looks)
    {
        /// <summary>Other keys that this one needs, in both sites.</summary>
        public Dictionary<string, string> Given { get; init; } = [];

        /// <summary>What the home page says more, in both sites.</summary>
        public string Text { get; init; } = "";

        /// <summary>Whether <see cref="Looks"/> are at what only the default shows.</summary>
        public bool Removes { get; init; }

        /// <summary>Whether the trained model is another one.</summary>
        public bool ChangesWeights { get; init; }
    }
}
