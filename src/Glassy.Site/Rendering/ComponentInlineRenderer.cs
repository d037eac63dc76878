using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Syntax.Mdx;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>Components and partials in a line of text.</summary>
internal sealed class ComponentInlineRenderer(PageWriting page, TagWriter tags) : HtmlObjectRenderer<ComponentInline>
{
    protected override void Write(HtmlRenderer renderer, ComponentInline obj)
    {
        if (obj.IsUnclosed)
        {
            page.Diagnostics.Error($"<{obj.Tag.Name}> is not closed: </{obj.Tag.Name}> or `/>` expected", obj.Tag.Position);
            return;
        }

        if (obj.Tag.IsFragment)
        {
            renderer.WriteChildren(obj);
            return;
        }

        var component = obj.Partial is null ? tags.ComponentOf(obj.Tag) : null;
        if (component?.ItemName is { } item)
        {
            var items = obj.OfType<ComponentInline>().Where(child => tags.ComponentOf(child.Tag)?.Name == item)
                .Select(child => new ComponentItem(child.Tag, Rendering.Children.Render(renderer, () => renderer.WriteChildren(child))))
                .ToList();
            renderer.Write(tags.Component(renderer, component, new ComponentCall(obj.Tag, null, null) { Items = items }).Value.Trim());
            return;
        }

        RawHtml? children = obj.FirstChild is null ? null : Rendering.Children.Render(renderer, () => renderer.WriteChildren(obj));
        if (obj.Partial is { } partial)
        {
            tags.WritePartial(renderer, partial, obj.Tag, children ?? RawHtml.Empty);
            return;
        }

        renderer.Write(tags.Component(renderer, component, new ComponentCall(obj.Tag, children, null)).Value.Trim());
    }
}
