using Glassy.Components;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Content.Rendering;

internal sealed class ComponentBlockRenderer(PageWriting page) : HtmlObjectRenderer<ComponentBlock>
{
    protected override void Write(HtmlRenderer renderer, ComponentBlock obj)
    {
        var code = obj.OfType<CodeBlock>().FirstOrDefault();
        var call = new ComponentCall(
            obj.Tag,
            obj.Count == 0 ? null : Rendering.Children.Render(renderer, () => renderer.WriteChildren(obj)),
            obj.Text ?? (code is null ? null : PageCodeRenderer.CodeOf(code)));
        renderer.EnsureLine();
        renderer.WriteLine(page.Components.Render(call, page.ComponentContext).Value.TrimEnd());
    }
}
