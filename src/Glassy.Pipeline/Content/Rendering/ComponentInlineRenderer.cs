using Glassy.Components;
using Glassy.Theme;
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

        var call = new ComponentCall(obj.Tag, obj.FirstChild is null ? null : Children(renderer, obj), null);
        renderer.Write(page.Components.Render(call, page.ComponentContext).Value.Trim());
    }

    private static RawHtml Children(HtmlRenderer renderer, ComponentInline inline)
    {
        var outer = renderer.Writer;
        var inner = new StringWriter { NewLine = "\n" };
        renderer.Writer = inner;
        renderer.WriteChildren(inline);
        renderer.Writer = outer;
        return new RawHtml(inner.ToString());
    }
}
