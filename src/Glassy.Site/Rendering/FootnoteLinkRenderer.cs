using System.Globalization;
using Glassy.Reading;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>A footnote's number in the text, and the way back behind the footnote.</summary>
internal sealed class FootnoteLinkRenderer(PageWriting page) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        if (page.IsToc)
        {
            return;
        }

        var name = page.Footnotes.NameOf(obj.Footnote);
        var reference = FootnoteIds.OfReference(name, obj);
        if (!obj.IsBackLink)
        {
            renderer.Write("<sup><a href=\"#").WriteEscape(FootnoteIds.Of(name)).Write("\" id=\"").WriteEscape(reference)
                .Write("\" data-footnote-ref aria-describedby=\"").Write(page.FootnotesHeading).Write("\">")
                .Write(obj.Footnote.Order.ToString(CultureInfo.InvariantCulture)).Write("</a></sup>");
            return;
        }

        renderer.Write(" <a href=\"#").WriteEscape(reference).Write("\" data-footnote-backref aria-label=\"")
            .WriteEscape(page.Words.Of("page.back_to", ("number", FootnoteIds.Number(obj)))).Write("\" class=\"data-footnote-backref\">↩");
        if (obj.Index is > 1 and var place)
        {
            renderer.Write("<sup>").Write(place.ToString(CultureInfo.InvariantCulture)).Write("</sup>");
        }

        renderer.Write("</a>");
    }
}
