using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

internal sealed class ExpressionBlockRenderer : HtmlObjectRenderer<ExpressionBlock>
{
    protected override void Write(HtmlRenderer renderer, ExpressionBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write(obj.Expression);
        renderer.EnsureLine();
    }
}
