using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

/// <summary>The footnotes at the end of a page, under a heading that only screen readers say.</summary>
internal sealed class FootnoteGroupRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine("<section data-footnotes class=\"footnotes\"><h2 class=\"hidden\" id=\"footnote-label\">Footnotes</h2>");
        renderer.WriteLine("<ol>");
        foreach (var footnote in obj.OfType<Footnote>())
        {
            renderer.Write("<li id=\"").WriteEscape(FootnoteIds.Of(footnote)).WriteLine("\">");
            renderer.WriteChildren(footnote);
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
        renderer.WriteLine("</section>");
    }
}
