using Glassy.Components;
using Glassy.Theme;
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
            obj.Count == 0 ? null : Children(renderer, obj),
            code is null ? null : PageCodeRenderer.CodeOf(code));
        renderer.EnsureLine();
        renderer.WriteLine(page.Components.Render(call, page.ComponentContext).Value.TrimEnd());
    }

    private static RawHtml Children(HtmlRenderer renderer, ComponentBlock block)
    {
        var outer = renderer.Writer;
        var inner = new StringWriter { NewLine = "\n" };
        renderer.Writer = inner;
        renderer.WriteChildren(block);
        renderer.Writer = outer;
        return new RawHtml(inner.ToString());
    }
}
