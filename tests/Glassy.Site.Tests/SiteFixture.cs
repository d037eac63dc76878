using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Rendering;
using Glassy.Sources;
using Glassy.Tokens;

namespace Glassy.Tests;

/// <summary>A whole site in one string: <c>-- path --</c> lines begin files of the input folder; other text is <c>page.md</c>.</summary>
internal sealed partial class SiteFixture
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly IReadOnlyList<Diagnostic> _brokenAnchors;

    public SiteFixture(
        string files,
        ComponentSite? components = null,
        SiteFiles? siteFiles = null,
        SiteConfig? config = null,
        IFilePublisher? publisher = null,
        ITemplateRenderer? templates = null)
    {
        config ??= new SiteConfig();
        var texts = Split(files);
        var tokens = new TokenEvaluator(EvaluateToken);
        var reader = new PageReader(config, tokens);
        var pages = texts.Where(file => PageSource.IsPage(file.Key))
            .Select(file => reader.Read(PageSource.Parse("input/" + file.Key, file.Key, file.Value, _diagnostics), _diagnostics)).ToList();
        var categories = texts.Where(file => Category.IsCategoryFile(file.Key))
            .Select(file => Category.Parse("input/" + file.Key, file.Key, file.Value, _diagnostics)).ToList();
        var sidebars = texts.TryGetValue("site/sidebars.yml", out var yaml) ? SidebarFile.Parse("site/sidebars.yml", yaml, _diagnostics) : null;
        var tags = texts.TryGetValue(TagFile.Name, out var list) ? TagFile.Parse("input/" + TagFile.Name, list, _diagnostics) : null;
        Map = SiteMap.Build(pages, categories, _diagnostics, sidebars, config, tags);
        Templates = new RecordingTemplates();
        var renderer = new MarkdownRenderer(
            new ComponentRegistry([.. ComponentCatalog.All(model => $"summary of {model.Name}"), new Note()], templates ?? Templates),
            components ?? new ComponentSite { Project = new ProjectFolder(Path.GetTempPath()) },
            new LinkResolver(Map.Pages, siteFiles ?? SiteFiles.None, Map.Made, publisher),
            tokens,
            config,
            new PartialFiles(texts.Where(file => PageSource.IsMarkdown(file.Key))
                .Select(file => PageSource.Parse("input/" + file.Key, file.Key, file.Value, []))),
            Map);
        Rendered = [.. Map.Pages.Select(renderer.Render)];
        _brokenAnchors = AnchorCheck.Check(Rendered, config.OnBrokenAnchors);
    }

    public SiteMap Map { get; }

    public RecordingTemplates Templates { get; }

    public IReadOnlyList<RenderedPage> Rendered { get; }

    public string Html => Rendered[0].Html.Value;

    public IReadOnlyList<string> Problems => [.. Diagnostics.Select(d => d.ToString())];

    public IReadOnlyList<Diagnostic> Diagnostics => [.. _diagnostics, .. Rendered.SelectMany(page => page.Diagnostics), .. _brokenAnchors];

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
    private readonly List<(string Template, object Model)> _rendered = [];

    public IReadOnlyList<(string Template, object Model)> Rendered => _rendered;

    public RawHtml Render(string template, object model)
    {
        _rendered.Add((template, model));
        var children = model.GetType().GetProperty("Children")?.GetValue(model);
        return new RawHtml($"<x-{Path.GetFileNameWithoutExtension(template).ToLowerInvariant()}>{children}</x-{Path.GetFileNameWithoutExtension(template).ToLowerInvariant()}>");
    }

    public T Model<T>() => _rendered.Select(entry => entry.Model).OfType<T>().Single();

}
