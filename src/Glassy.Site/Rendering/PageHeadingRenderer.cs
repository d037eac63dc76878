using Glassy.Reading;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Rendering;

/// <summary><c>&lt;h2 id="x"&gt;Text&lt;a class="anchor" …&gt;</c>; an <c>h1</c> has no anchor.</summary>
internal sealed class PageHeadingRenderer(PageWriting page) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        var tag = $"h{obj.Level}";
        renderer.EnsureLine();
        if (obj.Level == 1)
        {
            renderer.Write("<h1>").WriteLeafInline(obj).WriteLine("</h1>");
            return;
        }

        var id = page.HeadingIds[obj];
        if (id.Length == 0)
        {
            renderer.Write($"<{tag}>").WriteLeafInline(obj).WriteLine($"</{tag}>"); // nothing can lead there
            return;
        }

        var label = PlainText.Of(obj.Inline, page.Tokens);
        renderer.Write($"<{tag} id=\"").WriteEscape(id).Write("\">").WriteLeafInline(obj);
        renderer.Write("<a class=\"anchor\" href=\"#").WriteEscape(id)
            .Write("\" aria-label=\"").WriteEscape(page.Words.Of("page.link_to", ("heading", label))).Write("\">#</a>")
            .WriteLine($"</{tag}>");
    }
}
