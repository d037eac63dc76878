using System.Text.RegularExpressions;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Import;

/// <summary>What a <c>docusaurus.config</c> says that Glassy has a key for.</summary>
internal sealed partial class DocusaurusConfig
{
    /// <summary>Docusaurus' key and Glassy's.</summary>
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["title"] = "title",
        ["tagline"] = "tagline",
        ["url"] = "url",
        ["baseUrl"] = "basePath",
        ["trailingSlash"] = "trailingSlash",
        ["onBrokenLinks"] = "onBrokenLinks",
        ["onBrokenAnchors"] = "onBrokenAnchors",
        ["favicon"] = "favicon",
    };

    /// <summary>The same for the options of its documents.</summary>
    private static readonly string[] DocsKeys = ["editUrl", "showLastUpdateTime", "showLastUpdateAuthor", "onInlineTags"];

    /// <summary>Keys that are read elsewhere, or that mean nothing to a site of Glassy's.</summary>
    private static readonly HashSet<string> Understood = new()
    {
        "presets", "plugins", "themeConfig", "staticDirectories", "organizationName", "projectName", "deploymentBranch", "githubHost",
        "future",
    };

    private readonly string _file;
    private readonly ScriptObject _values;
    private readonly ICollection<Diagnostic> _notRead;
    private readonly Dictionary<string, object> _site = [];

    /// <param name="values">What the file exports; empty when it could not be read.</param>
    /// <param name="file">Its path as messages show it.</param>
    /// <param name="notRead">Receives one entry for everything that is not taken over.</param>
    public DocusaurusConfig(ScriptObject values, string file, ICollection<Diagnostic> notRead)
    {
        (_values, _file, _notRead) = (values, file, notRead);
        Docs = DocsOptions();
        foreach (var (key, value) in values.Where(
            pair => !Understood.Contains(pair.Key) && pair.Value is not (null or List<object?> { Count: 0 })))
        {
            if (key == "i18n"
                ? value is not Dictionary<string, object?> languages || Entry(languages, "locales") is List<object?> { Count: > 1 }
                : !Keys.TryGetValue(key, out var own) || !Take(own, value))
            {
                Refuse(key, value);
            }
        }

        Take("routeBase", "/" + (Entry(Docs, "routeBasePath") as string ?? "docs").Trim('/'));
        if ((RepositoryOf(Entry(Docs, "editUrl")) ?? GitHubLink()) is { } repository)
        {
            Take("repository", repository);
        }

        Redirects = RedirectPlugin.RedirectsOf(Entry(values, "plugins"), Refuse);
        Theme = new DocusaurusTheme(Entry(values, "themeConfig"), _site.GetValueOrDefault("title") as string, BlogBase(), Take, Refuse);
    }

    /// <summary>The keys below <c>site:</c> and their values.</summary>
    public IReadOnlyDictionary<string, object> Site => _site;

    /// <summary>The folder with the Markdown.</summary>
    public string DocsFolder => Entry(Docs, "path") as string ?? "docs";

    /// <summary>The folders with files that are published as they are.</summary>
    public IReadOnlyList<string> StaticFolders =>
        Entry(_values, "staticDirectories") is List<object?> folders ? [.. folders.OfType<string>()] : ["static"];

    /// <summary>The file with the sidebars, where the configuration names it.</summary>
    public string? SidebarsFile => Entry(Docs, "sidebarPath") as string;

    /// <summary>What stands around every page.</summary>
    public DocusaurusTheme Theme { get; }

    /// <summary>The redirects that are literals, as <c>from</c> and <c>to</c>; null for none.</summary>
    public object? Redirects { get; }

    private Dictionary<string, object?> Docs { get; }

    private ScriptObject? PresetOptions =>
        (Entry(_values, "presets") as List<object?> ?? [])
            .OfType<List<object?>>()
            .Select(preset => preset.ElementAtOrDefault(1))
            .FirstOrDefault() as ScriptObject;

    private static object? Entry(object? values, string key) => (values as Dictionary<string, object?>)?.GetValueOrDefault(key);

    /// <summary>The docs options of the preset; a preset that is not understood, and its other parts, are named.</summary>
    private Dictionary<string, object?> DocsOptions()
    {
        Dictionary<string, object?> docs = [];
        foreach (var preset in Entry(_values, "presets") as List<object?> ?? [])
        {
            if (preset is not List<object?> pair
                || pair is not [string name, Dictionary<string, object?> options]
                || !name.EndsWith("classic", StringComparison.Ordinal))
            {
                Refuse("presets", preset);
                continue;
            }

            foreach (var (key, value) in options.Where(pair => pair.Value is not (null or false)))
            {
                if (key == "docs" && value is Dictionary<string, object?> found)
                {
                    docs = found;
                }
                else
                {
                    Refuse($"presets.{key}", value);
                }
            }
        }

        foreach (var (key, value) in docs.Where(
            pair => pair.Key is not ("routeBasePath" or "path" or "sidebarPath") || pair.Value is Unreadable))
        {
            if (!DocsKeys.Contains(key) || !Take(key, value))
            {
                Refuse($"docs.{key}", value);
            }
        }

        return docs;
    }

    private bool Take(string key, object? value)
    {
        var text = value switch { string written => written, bool flag => flag ? "true" : "false", _ => null };
        if (text is null
            || ConfigSchema.Keys.FirstOrDefault(known => known.Path == "site." + key)?.Apply(new GlassyConfig(), [text]) is null)
        {
            return false;
        }

        _site[key] = value!; // a text or a flag, see above
        return true;
    }

    private string? GitHubLink() =>
        (Entry(Entry(Entry(_values, "themeConfig"), "navbar"), "items") as List<object?> ?? [])
        .Select(item => RepositoryOf(Entry(item, "href"))).FirstOrDefault(found => found is not null);

    private static string? RepositoryOf(object? address) =>
        address is string text && Repository().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>Where the blog is, which is not taken over; null when the preset is to make none.</summary>
    private string? BlogBase()
    {
        var blog = Entry(PresetOptions, "blog");
        return blog is false ? null : "/" + (Entry(blog, "routeBasePath") as string ?? "blog").Trim('/');
    }

    private void Refuse(string key, object? value)
    {
        var (line, column) = value is Unreadable unreadable ? unreadable.Position : PlaceOf(key);
        var what = key.StartsWith('…') ? "what is spread in here" : $"`{key}`";
        _notRead.Add(Diagnostic.Warning(
            value is Unreadable ? $"{what} was not read: it is no literal" : $"{what} was not taken over", _file, line, column));
    }

    /// <summary>Where a key is written; keys of the preset, and of its documents, are named without the way to them.</summary>
    private SourcePosition PlaceOf(string key)
    {
        const string Docs = "docs.", Preset = "presets.";
        return PresetOptions is not { } options ? _values.PlaceOf(key)
            : key.StartsWith(Docs, StringComparison.Ordinal) ? options.PlaceOf(key)
            : key.StartsWith(Preset, StringComparison.Ordinal) ? options.PlaceOf(key[Preset.Length..])
            : _values.PlaceOf(key);
    }

    [GeneratedRegex(@"^https://github\.com/[\w.-]+/[\w.-]+")]
    private static partial Regex Repository();
}
