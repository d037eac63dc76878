using Glassy.Components;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

internal sealed class ComponentInlineRenderer(PageWriting page) : HtmlObjectRenderer<ComponentInline>
{
    protected override void Write(HtmlRenderer renderer, ComponentInline obj)
    {
        if (obj.IsUnclosed)
        {
            page.Diagnostics.Error($"<{obj.Tag.Name}> is not closed: </{obj.Tag.Name}> or `/>` expected", obj.Tag.Position);
            return;
        }

        var call = new ComponentCall(obj.Tag, obj.FirstChild is null ? null : Rendering.Children.Render(renderer, () => renderer.WriteChildren(obj)), null);
        renderer.Write(page.Components.Render(call, page.ComponentContext).Value.Trim());
    }
}
