using Glassy.Syntax.Parsers;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Glassy.Rendering;

/// <summary>Sets up Markdig's HTML renderer for one page.</summary>
internal static class PageRenderer
{
    public static HtmlRenderer Create(TextWriter writer, PageWriting page)
    {
        var renderer = new HtmlRenderer(writer);
        MarkdownSyntax.Pipeline.Setup(renderer);
        var renderers = renderer.ObjectRenderers;
        renderers.Replace<HeadingRenderer>(new PageHeadingRenderer(page));
        renderers.Replace<ParagraphRenderer>(new PageParagraphRenderer(page));
        renderers.Replace<HtmlBlockRenderer>(new PageHtmlBlockRenderer(page));
        renderers.Replace<HtmlInlineRenderer>(new PageHtmlInlineRenderer(page));
        renderers.Replace<CodeBlockRenderer>(new PageCodeRenderer(page));
        renderers.Replace<LinkInlineRenderer>(new PageLinkRenderer(page));
        renderers.Replace<AutolinkInlineRenderer>(new PageLinkRenderer.Bracketed(page));
        renderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new PageTableRenderer(page));
        renderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteLinkRenderer(page));
        renderers.Replace<HtmlFootnoteGroupRenderer>(new FootnoteGroupRenderer());
        renderers.Insert(0, new TaskRenderer(page));
        var tags = new TagWriter(page);
        renderers.Insert(0, new ComponentBlockRenderer(page, tags));
        renderers.Insert(0, new ComponentInlineRenderer(page, tags));
        renderers.Insert(0, new ElementInlineRenderer(page));
        renderers.Insert(0, new ExpressionRenderer(page));
        renderers.Insert(0, new ExpressionBlockRenderer());
        renderers.Insert(0, new ComponentCloseRenderer(page));
        renderers.Insert(0, new TokenRenderer(page));
        renderers.Insert(0, new AdmonitionRenderer(page));
        renderers.Insert(0, new SilentBlockRenderer());
        renderers.Insert(0, new EsmBlockRenderer());
        renderers.Insert(0, new SilentInlineRenderer());
        renderers.Insert(0, new JsxBlockRenderer());
        return renderer;
    }
}
