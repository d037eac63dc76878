using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Comments: nothing of them is shown.</summary>
internal sealed class SilentBlockRenderer : HtmlObjectRenderer<SilentBlock>
{
    protected override void Write(HtmlRenderer renderer, SilentBlock obj)
    {
    }
}
