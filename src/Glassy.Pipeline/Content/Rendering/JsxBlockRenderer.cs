using Glassy.Content.Mdx;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

/// <summary>JSX: no paragraph is around it.</summary>
internal sealed class JsxBlockRenderer : HtmlObjectRenderer<JsxBlock>
{
    protected override void Write(HtmlRenderer renderer, JsxBlock obj) => renderer.WriteLeafInline(obj);
}
