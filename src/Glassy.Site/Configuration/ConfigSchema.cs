using System.Globalization;
using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Runs;

namespace Glassy.Configuration;

/// <summary>Every key of <c>glassy.yml</c>: the reader, its messages and the documentation follow this list.</summary>
public static class ConfigSchema
{
    public static IReadOnlyList<ConfigKey> Keys { get; } =
    [
        new("dataset", "auto, mnist, digits or a folder", "auto", "The pictures to learn from.",
            Text((c, v) => c with { Dataset = v })) { Value = ConfigValue.Text },
        new("samples", "a whole number from 1, or all", "16", "How many pictures of each class and split the site shows.",
            One((c, v) => v == "all" ? c with { Samples = null } : Whole(v, 1) is { } n ? c with { Samples = n } : null)) { Value = ConfigValue.Whole(1) with { Or = ConfigValue.OneOf("all") } },

        new("run.model", string.Join(" or ", ArchitectureNames.All), "mlp", "The architecture.",
            One((c, v) => ArchitectureNames.All.Contains(v) ? Run(c, r => r with { Model = v }) : null)) { Value = ConfigValue.OneOf(ArchitectureNames.All) },
        new("run.hidden", "a list of whole numbers from 1", "[128, 128]", "Units of each hidden layer.",
            (c, values) => values.Select(v => Whole(v, 1)).ToList() is var units && units.TrueForAll(u => u is not null)
                ? Run(c, r => r with { Hidden = [.. units.Select(u => u!.Value)] })
                : null) { IsList = true, Value = ConfigValue.Whole(1) },
        new("run.epochs", "a whole number from 1", "4", "Passes over the training pictures.",
            One((c, v) => Whole(v, 1) is { } n ? Run(c, r => r with { Epochs = n }) : null)) { Value = ConfigValue.Whole(1) },
        new("run.batchSize", "a whole number from 1", "32", "Pictures a training step.",
            One((c, v) => Whole(v, 1) is { } n ? Run(c, r => r with { BatchSize = n }) : null)) { Value = ConfigValue.Whole(1) },
        new("run.learningRate", "a number above 0", "0.001", "Adam's step size.",
            One((c, v) => Number(v) is > 0 and var n ? Run(c, r => r with { LearningRate = n }) : null)) { Value = new ConfigValue("number") { Above = 0 } },
        new("run.normalize", "unit-columns, scale or none", "unit-columns", "How grey levels become the model's inputs.",
            One((c, v) => v switch
            {
                "unit-columns" => Run(c, r => r with { Normalize = Normalization.UnitColumns }),
                "scale" => Run(c, r => r with { Normalize = Normalization.Scale }),
                "none" => Run(c, r => r with { Normalize = Normalization.None }),
                _ => null,
            })) { Value = ConfigValue.OneOf("unit-columns", "scale", "none") },
        new("run.seed", "a whole number from 0", "1", "Seeds the initial weights and the shuffling.",
            One((c, v) => Whole(v, 0) is { } n ? Run(c, r => r with { Seed = n }) : null)) { Value = ConfigValue.Whole(0) },
        new("run.threads", "a whole number from 1", "1", "Threads of the tensor library; another count gives other bits.",
            One((c, v) => Whole(v, 1) is { } n ? Run(c, r => r with { Threads = n }) : null)) { Value = ConfigValue.Whole(1) },

        new("site.title", "a text", "Glassy", "The site's name.",
            Text((c, v) => Site(c, s => s with { Title = v }))) { Value = ConfigValue.Text },
        new("site.tagline", "a text", "", "One sentence about the site.",
            One((c, v) => Site(c, s => s with { Tagline = v }))) { Value = ConfigValue.AnyText },
        new("site.url", "an http(s) address without a path", "", "Where the site is published.",
            One((c, v) => Address(v) is { AbsolutePath: "/" } ? Site(c, s => s with { Url = v.TrimEnd('/') }) : null)) { Value = new ConfigValue("string") { Pattern = "^https?://[^/?#]+/?$" } },
        new("site.basePath", "a path that begins with /", "/", "The path under which the site is published.",
            One((c, v) => v.StartsWith('/') ? Site(c, s => s with { BasePath = Folder(v) }) : null)) { Value = ConfigValue.Path },
        new("site.routeBase", "a path that begins with /", "/", "The path under which the documents live.",
            One((c, v) => v.StartsWith('/') ? Site(c, s => s with { RouteBase = Folder(v) }) : null)) { Value = ConfigValue.Path },
        new("site.repository", "an http(s) address", "", "The source repository, for links to it.",
            One((c, v) => Address(v) is not null ? Site(c, s => s with { Repository = v.TrimEnd('/') }) : null)) { Value = ConfigValue.Address },
        new("site.editUrl", "an http(s) address", "", "Where pages are edited, before their path in the project; by default `edit/main/` below the repository.",
            One((c, v) => Address(v) is not null ? Site(c, s => s with { EditUrl = Folder(v) }) : null)) { Value = ConfigValue.Address },
        new("site.showLastUpdateTime", "true or false", "false", "Whether pages say when they were last changed, as git knows it.",
            Flag((s, shown) => s with { ShowLastUpdateTime = shown })) { Value = ConfigValue.Flag },
        new("site.showLastUpdateAuthor", "true or false", "false", "Whether pages say who changed them last, as git knows it.",
            Flag((s, shown) => s with { ShowLastUpdateAuthor = shown })) { Value = ConfigValue.Flag },
        new("site.favicon", "a picture's path in the site", "", "The icon of the browser's tab; by default the mascot.",
            Text((c, v) => Site(c, s => s with { Favicon = v }))) { Value = ConfigValue.Text },
        new("site.logo", "a picture's path in the site", "", "The picture beside the site's name; by default the mascot.",
            Text((c, v) => Site(c, s => s with { Logo = v }))) { Value = ConfigValue.Text },
        new("site.logoDark", "a picture's path in the site", "", "The logo in its place where the theme is dark.",
            Text((c, v) => Site(c, s => s with { LogoDark = v }))) { Value = ConfigValue.Text },
        new("site.announcement", "a text", "", "A line of Markdown above every page, until its reader closes it.",
            One((c, v) => Site(c, s => s with { Announcement = v.Length > 0 ? v : null }))) { Value = ConfigValue.AnyText },
        new("site.linkStyle", "folder or file", "folder", "Whether links name files, for reading from disk without script.",
            One((c, v) => v switch
            {
                "folder" => Site(c, s => s with { LinkStyle = LinkStyle.Folder }),
                "file" => Site(c, s => s with { LinkStyle = LinkStyle.File }),
                _ => null,
            })) { Value = ConfigValue.OneOf("folder", "file") },
        new("site.trailingSlash", "true or false", "", "Whether addresses of pages end in /: as their files do (not given), always (true), or never, with path.html (false).",
            One((c, v) => v switch
            {
                "true" => Site(c, s => s with { TrailingSlash = TrailingSlash.Always }),
                "false" => Site(c, s => s with { TrailingSlash = TrailingSlash.Never }),
                _ => null,
            })) { Value = ConfigValue.Flag },
        new("site.search", "true or false", "true", "Whether readers can search the site.",
            Flag((s, searchable) => s with { Search = searchable })) { Value = ConfigValue.Flag },
        new("site.socialCards", "true or false", "true", "Whether pages without a picture of their own get a card for messengers, where `site.url` is given.",
            Flag((s, drawn) => s with { SocialCards = drawn })) { Value = ConfigValue.Flag },
        new("site.cname", "a domain, such as docs.example.org", "", "The domain for a CNAME file.",
            One((c, v) => Uri.CheckHostName(v) == UriHostNameType.Dns ? Site(c, s => s with { Cname = v }) : null)) { Value = new ConfigValue("string") { Pattern = @"^[A-Za-z0-9_.-]+$" } },
        new("site.onBrokenLinks", "throw, warn or ignore", "throw", "What a link that leads nowhere is: an error, a warning or nothing.",
            Reaction((s, severity) => s with { OnBrokenLinks = severity })) { Value = ConfigValue.Reaction },
        new("site.onBrokenAnchors", "throw, warn or ignore", "warn", "What a link to a heading or id that its page does not have is.",
            Reaction((s, severity) => s with { OnBrokenAnchors = severity })) { Value = ConfigValue.Reaction },
        new("site.onBrokenImages", "throw, warn or ignore", "throw", "What a picture that is not there is.",
            Reaction((s, severity) => s with { OnBrokenImages = severity })) { Value = ConfigValue.Reaction },
        new("site.onInlineTags", "throw, warn or ignore", "warn", "What a tag is that tags.yml, where there is one, does not list.",
            Reaction((s, severity) => s with { OnInlineTags = severity })) { Value = ConfigValue.Reaction },
    ];

    private static Func<GlassyConfig, IReadOnlyList<string>, GlassyConfig?> One(Func<GlassyConfig, string, GlassyConfig?> apply) =>
        (config, values) => apply(config, values[0]);

    private static Func<GlassyConfig, IReadOnlyList<string>, GlassyConfig?> Text(Func<GlassyConfig, string, GlassyConfig> apply) =>
        One((config, value) => value.Length > 0 ? apply(config, value) : null);

    private static Func<GlassyConfig, IReadOnlyList<string>, GlassyConfig?> Flag(Func<SiteConfig, bool, SiteConfig> apply) =>
        One((config, value) => value switch
        {
            "true" => Site(config, s => apply(s, true)),
            "false" => Site(config, s => apply(s, false)),
            _ => null,
        });

    private static Func<GlassyConfig, IReadOnlyList<string>, GlassyConfig?> Reaction(Func<SiteConfig, Severity?, SiteConfig> apply) =>
        One((config, value) => value switch
        {
            "throw" => Site(config, s => apply(s, Severity.Error)),
            "warn" => Site(config, s => apply(s, Severity.Warning)),
            "ignore" => Site(config, s => apply(s, null)),
            _ => null,
        });

    private static GlassyConfig Run(GlassyConfig config, Func<TrainingOptions, TrainingOptions> change) =>
        config with { Run = change(config.Run) };

    private static GlassyConfig Site(GlassyConfig config, Func<SiteConfig, SiteConfig> change) =>
        config with { Site = change(config.Site) };

    private static int? Whole(string text, int least) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= least ? n : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static string Folder(string path) => path.EndsWith('/') ? path : path + "/";
}
