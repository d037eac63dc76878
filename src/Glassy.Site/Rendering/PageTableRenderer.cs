using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Tables in a box that scrolls sideways by itself, so that the page does not.</summary>
internal sealed class PageTableRenderer(PageWriting page) : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer _table = new();

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer
            .Write("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .WriteEscape(page.ComponentContext.NextName("code.table"))
            .Write("\">");
        _table.Write(renderer, obj);
        renderer.WriteLine("</div>");
    }
}
