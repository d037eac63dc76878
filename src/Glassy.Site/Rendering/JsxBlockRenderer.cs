using Glassy.Syntax.Mdx;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>JSX: no paragraph is around it.</summary>
internal sealed class JsxBlockRenderer : HtmlObjectRenderer<JsxBlock>
{
    protected override void Write(HtmlRenderer renderer, JsxBlock obj) => renderer.WriteLeafInline(obj);
}
