using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Building;
using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Progress;
using Glassy.Rendering;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Tokens;

namespace Glassy.Tests;

/// <summary>
/// A whole site in one string: <c>-- path --</c> lines begin files of the input folder or <c>site/…</c>; other text is <c>page.md</c>.
/// </summary>
internal sealed partial class SiteFixture
{
    private readonly RenderedSite _site;

    public SiteFixture(
        string files,
        ComponentSite? components = null,
        SiteFiles? siteFiles = null,
        SiteConfig? config = null,
        IFilePublisher? publisher = null,
        ITemplateRenderer? templates = null)
    {
        var project = components?.Project ?? new ProjectFolder(Path.GetTempPath());
        var (themeFiles, known) = (new ThemeFiles([]), siteFiles ?? SiteFiles.None);
        var builder = new SiteBuilder(new SiteParts
        {
            Project = project,
            Input = project.Absolute("input"),
            Config = new GlassyConfig { Site = config ?? new SiteConfig() },
            Shown = components ?? new ComponentSite { Project = project },
            Files = known,
            Publisher = publisher ?? known,
            Tokens = new TokenEvaluator(EvaluateToken),
            ComponentsUntil = _ =>
                new ComponentRegistry([.. ComponentCatalog.All(model => $"summary of {model.Name}"), new Note()], templates ?? Templates),
            Theme = new ScribanTheme(project, themeFiles),
            ThemeFiles = themeFiles,
        });
        var texts = Split(files).ToLookup(text => text.Key.StartsWith("site/", StringComparison.Ordinal));
        _site = builder.RenderAsync(
            new SiteTexts(
                [.. texts[false].Select(text => new InputText("input/" + text.Key, text.Key, text.Value))], texts[true].ToDictionary()),
            NoProgress.Instance,
            TestContext.Current.CancellationToken).GetAwaiter().GetResult(); // nothing in it waits for a disk or a network
    }

    public SiteMap Map => _site.Map;

    public RecordingTemplates Templates { get; } = new();

    public IReadOnlyList<RenderedPage> Rendered => _site.Pages;

    public string Html => Rendered[0].Html.Value;

    public IReadOnlyList<string> Problems => [.. Diagnostics.Select(d => d.ToString())];

    public IReadOnlyList<Diagnostic> Diagnostics => _site.Diagnostics;

    public IElement Body => new HtmlParser().ParseDocument(Html).Body!; // the parser always makes a body

    public Page Page(string inputPath) => Map.Pages.Single(page => page.Source.InputPath == inputPath);

    public string HtmlOf(string inputPath) => Rendered.Single(page => page.Page.Source.InputPath == inputPath).Html.Value;

    private static Dictionary<string, string> Split(string files)
    {
        var parts = FileLine().Split(files.ReplaceLineEndings("\n"));
        if (parts.Length == 1)
        {
            return new() { ["page.md"] = files };
        }

        return Enumerable.Range(0, parts.Length / 2).ToDictionary(i => parts[(2 * i) + 1], i => parts[(2 * i) + 2]);
    }

    private static string EvaluateToken(string expression) => expression switch
    {
        "run.accuracy | percent" => "97.17%",
        "site.markup" => "<b>&",
        "(yes) ? 'passed' : 'failed'" => "passed",
        "(no) ? 'passed' : 'failed'" => "failed",
        _ => throw new DiagnosticException(Diagnostic.Error($"unknown name '{expression}'")),
    };

    [GeneratedRegex("^-- (.+) --\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    /// <summary>A component with children, which the project itself does not have yet.</summary>
    private sealed class Note() : Component<Note.Call>("Note")
    {
        public override bool TakesChildren => true;

        public sealed record Call(string? Name = null, Located<string>? Kind = null, bool Open = false);

        public sealed record Model(string? Name, bool Open, RawHtml Children);

        protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context) =>
            new Model(attributes.Name, attributes.Open, call.Children ?? RawHtml.Empty);
    }
}

/// <summary>Stands in for the theme: writes the model's name, and children raw.</summary>
internal sealed class RecordingTemplates : ITemplateRenderer
{
    private readonly ConcurrentQueue<(string Template, object Model)> _rendered = new();

    /// <summary>In the order of a page; pages are rendered at once.</summary>
    public IReadOnlyCollection<(string Template, object Model)> Rendered => _rendered;

    public RawHtml Render(string template, object model)
    {
        _rendered.Enqueue((template, model));
        var children = model.GetType().GetProperty("Children")?.GetValue(model);
        return new RawHtml(
            $"<x-{Path.GetFileNameWithoutExtension(template).ToLowerInvariant()}>{children}</x-{Path.GetFileNameWithoutExtension(template).ToLowerInvariant()}>");
    }

    public T Model<T>() => _rendered.Select(entry => entry.Model).OfType<T>().Single();
}
