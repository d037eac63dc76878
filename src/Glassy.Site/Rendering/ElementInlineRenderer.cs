using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>The opening tag of an element in a line of text; its closing tag is raw HTML there.</summary>
internal sealed class ElementInlineRenderer(PageWriting page) : HtmlObjectRenderer<ElementInline>
{
    private readonly ElementWriter _elements = new(page);

    protected override void Write(HtmlRenderer renderer, ElementInline obj)
    {
        if (!page.IsToc || obj.Tag.Name is not ("a" or "img"))
        {
            _elements.WriteOpening(renderer, obj.Tag);
        }
    }
}
