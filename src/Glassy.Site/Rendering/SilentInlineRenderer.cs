using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Comments and heading ids in text: nothing of them is shown.</summary>
internal sealed class SilentInlineRenderer : HtmlObjectRenderer<SilentInline>
{
    protected override void Write(HtmlRenderer renderer, SilentInline obj)
    {
    }
}
