using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>A tag in a line of text that is written as it is.</summary>
internal sealed class PageHtmlInlineRenderer(PageWriting page) : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        page.Pictures.Pass(obj.Tag);
        if (!page.IsToc || obj.Tag is not ['<', '/', 'a', '>', ..])
        {
            renderer.Write(obj.Tag);
        }
    }
}
