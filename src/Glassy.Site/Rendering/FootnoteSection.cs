using Glassy.Reading;
using Glassy.Syntax.Mdx;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>The footnotes at the end of a page, under a heading that only screen readers say.</summary>
internal static class FootnoteSection
{
    public static void Write(HtmlRenderer renderer, PageWriting page)
    {
        if (page.Footnotes.Used.Count == 0)
        {
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<section data-footnotes class=\"footnotes\"><h2 class=\"hidden\" id=\"").Write(page.FootnotesHeading).Write("\">")
            .WriteEscape(page.Words["page.footnotes"]).WriteLine("</h2>");
        renderer.WriteLine("<ol>");
        foreach (var footnote in page.Footnotes.Used)
        {
            renderer.Write("<li id=\"").WriteEscape(FootnoteIds.Of(page.Footnotes.NameOf(footnote))).WriteLine("\">");
            page.Within(MdxModule.Of(footnote), () => renderer.WriteChildren(footnote));
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>");
        renderer.WriteLine("</section>");
    }
}
