using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Imports and exports: nothing of them is shown.</summary>
internal sealed class EsmBlockRenderer : HtmlObjectRenderer<EsmBlock>
{
    protected override void Write(HtmlRenderer renderer, EsmBlock obj)
    {
    }
}
