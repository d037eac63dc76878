using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Content.Rendering;

/// <summary>Paragraphs; a component alone on its line is a block, not a paragraph.</summary>
internal sealed class PageParagraphRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _paragraph = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline is { FirstChild: ComponentInline { NextSibling: null } })
        {
            renderer.EnsureLine();
            renderer.WriteLeafInline(obj);
            renderer.EnsureLine();
            return;
        }

        _paragraph.Write(renderer, obj);
    }
}
