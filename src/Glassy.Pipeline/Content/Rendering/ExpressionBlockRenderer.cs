using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

internal sealed class ExpressionBlockRenderer : HtmlObjectRenderer<ExpressionBlock>
{
    protected override void Write(HtmlRenderer renderer, ExpressionBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(obj.Expression);
        renderer.EnsureLine();
    }
}
