using Glassy.Components;
using Glassy.Content.Mdx;
using Glassy.Content.Rendering;
using Glassy.Content.Syntax;
using Glassy.Theme;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Glassy.Content;

/// <summary>Renders pages. Safe to call from any thread; a page's result depends on nothing but the page and the site.</summary>
/// <param name="components">What upper-case tags mean.</param>
/// <param name="site">What components show.</param>
/// <param name="links">Where links and pictures lead.</param>
/// <param name="tokens">What tokens become.</param>
/// <param name="options">How the site is built.</param>
/// <param name="partials">The Markdown that pages can include; null for none.</param>
public sealed class MarkdownRenderer(
    ComponentRegistry components,
    ComponentSite site,
    LinkResolver links,
    ITokenEvaluator tokens,
    ContentOptions options,
    PartialFiles? partials = null)
{
    /// <summary>Renders a page; its mistakes are in the result, never thrown.</summary>
    public RenderedPage Render(Page page)
    {
        var diagnostics = new PageDiagnostics(page.Source.File, options);
        var module = new ModuleLoader(partials ?? PartialFiles.None, site.Run?.Dataset.Classes ?? [], diagnostics).Load(page.Source);
        var document = module.Document;
        var sitePath = new SitePath(page.Address, options.LinkToFiles);
        var writing = new PageWriting
        {
            Page = page,
            Module = module,
            SitePath = sitePath,
            Tokens = tokens,
            Links = links,
            Components = components,
            ComponentContext = new ComponentContext(site, sitePath, diagnostics),
            Diagnostics = diagnostics,
            HeadingIds = Headings.Identify(document, tokens, diagnostics),
        };
        var writer = new StringWriter { NewLine = "\n" };
        var renderer = PageRenderer.Create(writer, writing);
        if (Headings.PageHeading(document) is null && !page.Source.FrontMatter.HideTitle)
        {
            renderer.Write("<h1>").WriteEscape(page.Title).WriteLine("</h1>");
        }

        renderer.Render(document);
        var html = new RawHtml(TokenPipes.Restore(writer.ToString()));
        return new RenderedPage(page, html, TocOf(page, writing), diagnostics.Found)
        {
            Notes = diagnostics.Notes,
            AnchorLinks = diagnostics.AnchorLinks,
        };
    }

    private List<TocEntry> TocOf(Page page, PageWriting writing)
    {
        var frontMatter = page.Source.FrontMatter;
        if (frontMatter.HideTableOfContents)
        {
            return [];
        }

        var writer = new StringWriter { NewLine = "\n" };
        var quiet = writing with
        {
            IsToc = true,
            Diagnostics = new PageDiagnostics(page.Source.File, options), // the page itself has reported them
        };
        var renderer = PageRenderer.Create(writer, quiet);
        var toc = new List<TocEntry>();
        foreach (var (heading, id) in writing.HeadingIds)
        {
            if (heading.Level >= frontMatter.TocMinHeadingLevel && heading.Level <= frontMatter.TocMaxHeadingLevel)
            {
                quiet.Within(
                    MdxModule.Of(heading),
                    () => AddTo(toc, heading.Level, id, InlineHtml(renderer, writer, heading.Inline)));
            }
        }

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
