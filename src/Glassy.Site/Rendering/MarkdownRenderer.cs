using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Html;
using Glassy.Links;
using Glassy.Metrics;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Theme;
using Glassy.Tokens;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>Renders pages. Safe to call from any thread; a page's result depends on nothing but the page and the site.</summary>
/// <param name="components">What upper-case tags mean.</param>
/// <param name="site">What components show.</param>
/// <param name="links">Where links and pictures lead.</param>
/// <param name="tokens">What tokens become.</param>
/// <param name="config">How the site is built.</param>
/// <param name="partials">The Markdown that pages can include; null for none.</param>
/// <param name="map">How pages lie to one another; null when no page asks.</param>
public sealed class MarkdownRenderer(
    ComponentRegistry components,
    ComponentSite site,
    LinkResolver links,
    ITokenEvaluator tokens,
    SiteConfig config,
    PartialFiles? partials = null,
    SiteMap? map = null)
{
    /// <summary>Renders a page; its mistakes are in the result, never thrown.</summary>
    public RenderedPage Render(Page page) => Draft(page).Finish();

    /// <summary>Renders a page for another place than its own; its mistakes are in the result, never thrown.</summary>
    /// <param name="page">The page.</param>
    /// <param name="sitePath">Where its links begin.</param>
    public RenderedPage Render(Page page, SitePath sitePath) => Draft(page, sitePath).Finish();

    /// <summary>Renders a page, but for pictures whose other widths are to be made when it is known which ones pages show.</summary>
    public PageDraft Draft(Page page) => Draft(page, new SitePath(page.Address, config.LinksToFiles));

    private PageDraft Draft(Page page, SitePath sitePath)
    {
        try
        {
            return DraftOf(page, sitePath);
        }
        catch (Exception error) when (TooDeep.Is(error))
        {
            return new PageDraft(new RenderedPage(page, PageMarkup.Empty, [], [TooDeep.In(page.Source)]), finish: null);
        }
    }

    private PageDraft DraftOf(Page page, SitePath sitePath)
    {
        var diagnostics = new PageDiagnostics(page.Source.File, config);
        var module = new ModuleLoader(partials ?? PartialFiles.None, ClassesShown(), site.Words, tokens, diagnostics).Load(page.Source);
        var writing = Begin(page, sitePath, module, diagnostics);
        var image = PreviewOf(writing);
        var markup = Write(writing);
        var frontMatter = page.Source.FrontMatter;
        // no heading is listed now
        var toc = frontMatter.HideTableOfContents
            ? []
            : TocOf(page, writing, frontMatter.TocMinHeadingLevel, frontMatter.TocMaxHeadingLevel)!;
        var rendered = new RenderedPage(page, markup, toc, diagnostics.Found)
        {
            Notes = diagnostics.Notes,
            AnchorLinks = diagnostics.AnchorLinks,
            Image = image,
            Components = writing.ComponentContext.Shown,
            Head = PageHead.Of(writing.Head.ToMarkup()),
        };
        return new PageDraft(rendered, writing.Pictures.AreAwaited ? () => Finish(rendered, writing) : null);
    }

    private (IReadOnlyList<string> Shown, int Total) ClassesShown() => site.Results is { Report.Classes: var all }
        ? ([.. ClassSelection.LowestRecall(all, ClassSelection.AtOnce).Select(row => row.Name)], all.Count)
        : (site.Run?.Dataset.Classes ?? [], site.Run?.Dataset.Classes.Count ?? 0);

    private static PageMarkup Write(PageWriting writing)
    {
        var (page, document) = (writing.Page, writing.Module.Document);
        using var writer = new MarkupWriter();
        var renderer = PageRenderer.Create(writer, writing);
        if (Headings.PageHeading(document) is null && !page.Source.FrontMatter.HideTitle)
        {
            renderer.Write("<h1>").WriteEscape(page.Title).WriteLine("</h1>");
        }

        renderer.Render(document);
        FootnoteSection.Write(renderer, writing);
        return writer.ToMarkup();
    }

    private static RenderedPage Finish(RenderedPage page, PageWriting writing)
    {
        var late = writing.Pictures.Late;
        return page with
        {
            Markup = late.Fill(page.Markup),
            Toc = [.. page.Toc.Select(entry => entry with { Html = new RawHtml(late.Fill(entry.Html.Value)) })],
            Image = PreviewOf(writing),
            Diagnostics = writing.Diagnostics.Found,
        };
    }

    private PageWriting Begin(Page page, SitePath sitePath, MdxModule module, PageDiagnostics diagnostics)
    {
        PageWriting? writing = null;
        var asked = new ComponentPage(
            (url, position) => writing!.HrefOf(url, position), // components are written after it is made
            () => map?.CardsOf(page, sitePath) ?? [],
            (least, most) => TocOf(page, writing!, least, most), // see above
            name => page.Route.Below(name, config.TrailingSlash).HrefFrom(sitePath),
            run => Route.OfRun(run, config).HrefFrom(sitePath));
        var headings = Headings.Identify(module.Document, tokens, diagnostics);
        var ids = new PageIds(headings.Values);
        return writing = new PageWriting
        {
            Page = page,
            Module = module,
            SitePath = sitePath,
            Tokens = tokens,
            Links = links,
            Components = components,
            ComponentContext = new ComponentContext(site, sitePath, diagnostics, asked, ids),
            Diagnostics = diagnostics,
            Footnotes = Footnotes.Number(module),
            FootnotesHeading = ids.Take("footnote-label"),
            HeadingIds = headings,
        };
    }

    /// <summary>The picture for previews of a page: an address of another site, or a path of this one; null when there is none.</summary>
    private static string? PreviewOf(PageWriting writing)
    {
        var frontMatter = writing.Page.Source.FrontMatter;
        const string Unchecked = "pathname://";
        if (frontMatter.Image is not { } url || LinkResolver.IsExternal(url))
        {
            return frontMatter.Image is { } other && other.StartsWith(Unchecked + "/", StringComparison.Ordinal)
                ? other[Unchecked.Length..]
                : frontMatter.Image;
        }

        var position = frontMatter.PositionOf("image");
        if ((writing.Links.FindFile(url, writing.Page) ?? writing.Links.FindFile("/" + url, writing.Page)) is not { } file)
        {
            writing.ReportMissingPicture(url, position);
            return null;
        }

        var picture = writing.Links.ShowFile(file, writing.SitePath).Picture!; // it is of this site
        writing.Pictures.AreAwaited |= picture.IsPending;
        if (picture.Error is { } error)
        {
            writing.Diagnostics.MissingImage($"the picture `{url}` cannot be shown: {error}", position);
        }

        return "/" + Permalink.Encode(picture.KeptPath ?? picture.Path);
    }

    /// <returns>Null inside a heading that is being listed.</returns>
    private List<TocEntry>? TocOf(Page page, PageWriting writing, int least, int most)
    {
        if (writing.IsListing)
        {
            return null;
        }

        writing.IsListing = true;
        var writer = new StringWriter { NewLine = "\n" };
        var quiet = writing with
        {
            IsToc = true,
            Diagnostics = new PageDiagnostics(page.Source.File, config), // the page itself has reported them
        };
        var renderer = PageRenderer.Create(writer, quiet);
        var toc = new List<TocEntry>();
        foreach (var (heading, id) in writing.HeadingIds.Where(
            heading => heading.Key.Level >= least && heading.Key.Level <= most && !UnlistedHeading.IsOne(heading.Key)))
        {
            quiet.Within(
                MdxModule.Of(heading),
                () => AddTo(toc, heading.Level, id, InlineHtml(renderer, writer, heading.Inline)));
        }

        writing.IsListing = false;
        return toc;
    }

    /// <summary>A heading that shows nothing, or that nothing can lead to, is not in the table.</summary>
    private static void AddTo(List<TocEntry> toc, int level, string id, string html)
    {
        if (id.Length > 0 && html.Length > 0)
        {
            toc.Add(new TocEntry(level, id, new RawHtml(html)));
        }
    }

    private static string InlineHtml(HtmlRenderer renderer, StringWriter writer, ContainerInline? inline)
    {
        writer.GetStringBuilder().Clear();
        if (inline is not null)
        {
            renderer.WriteChildren(inline);
        }

        return TokenPipes.Restore(writer.ToString().Trim());
    }
}

/// <summary>A page that is rendered but for pictures whose other widths may still have to be made.</summary>
/// <param name="page">The page; with stand-ins where such pictures will be.</param>
/// <param name="finish">Puts the pictures into their places; null when none is awaited.</param>
public sealed class PageDraft(RenderedPage page, Func<RenderedPage>? finish)
{
    /// <summary>The page with its pictures as they are by now.</summary>
    public RenderedPage Finish() => finish?.Invoke() ?? page;
}
