using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>Components, partials and HTML elements that stand on lines of their own.</summary>
internal sealed class ComponentBlockRenderer(PageWriting page, TagWriter tags) : HtmlObjectRenderer<ComponentBlock>
{
    private readonly ElementWriter _elements = new(page);

    protected override void Write(HtmlRenderer renderer, ComponentBlock obj)
    {
        renderer.EnsureLine();
        if (tags.IsHead(obj.Tag))
        {
            page.Head.Write(ChildrenOf(renderer, obj)?.Value);
            return;
        }

        if (HtmlNames.IsElement(obj.Tag.Name))
        {
            WriteElement(renderer, obj);
            return;
        }

        if (obj.Tag.IsFragment)
        {
            renderer.Write(ChildrenOf(renderer, obj)?.Value).EnsureLine();
            return;
        }

        if (obj.Partial is { } partial)
        {
            tags.WritePartial(renderer, partial, obj.Tag, ChildrenOf(renderer, obj) ?? RawHtml.Empty);
            renderer.EnsureLine();
            return;
        }

        var component = tags.ComponentOf(obj.Tag);
        var takesText = TextChildren.TakenBy.Contains(obj.Tag.Name);
        var call = component?.ItemName is { } item
            ? new ComponentCall(obj.Tag, null, null) { Items = ItemsOf(renderer, obj, item) }
            : new ComponentCall(
                obj.Tag,
                takesText ? PhrasesOf(renderer, obj) : ChildrenOf(renderer, obj),
                tags.TextOf(obj) ?? CodeIn(obj))
            { Source = SourceOf(obj) };
        renderer.WriteLine(tags.Component(renderer, component, call).Value.TrimEnd());
    }

    private static RawHtml? ChildrenOf(HtmlRenderer renderer, ContainerBlock block) =>
        block.Count == 0 ? null : Rendering.Children.Render(renderer, () => renderer.WriteChildren(block));

    /// <summary>Children whose text is in no paragraphs.</summary>
    private static RawHtml? PhrasesOf(HtmlRenderer renderer, ContainerBlock block) =>
        block.Count == 0 ? null : Rendering.Children.Render(renderer, () =>
        {
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(block);
        });

    private string? SourceOf(ComponentBlock block) =>
        block.CloseStart > block.TagEnd ? page.Module.Source.Body[block.TagEnd..block.CloseStart] : null;

    private static string? CodeIn(ContainerBlock block) =>
        block.OfType<CodeBlock>().FirstOrDefault() is { } code ? PageCodeRenderer.CodeOf(code) : null;

    private void WriteElement(HtmlRenderer renderer, ComponentBlock element)
    {
        var name = element.Tag.Name;
        _elements.WriteOpening(renderer, element.Tag);
        if (HtmlNames.HoldsOnlyPhrasing(name))
        {
            var isTight = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(element);
            renderer.ImplicitParagraph = isTight;
        }
        else
        {
            renderer.Write(ChildrenOf(renderer, element)?.Value);
        }

        if (!element.Tag.IsSelfClosing && !HtmlNames.IsVoid(name))
        {
            renderer.Write($"</{name}>");
            page.Pictures.Pass($"</{name}>");
        }

        renderer.EnsureLine();
    }

    /// <summary>The items between a component's tags, in blocks or in lines of text; anything else there is a mistake.</summary>
    private List<ComponentItem> ItemsOf(HtmlRenderer renderer, ComponentBlock parent, string item)
    {
        var items = new List<ComponentItem>();
        foreach (var block in parent)
        {
            if (block is ComponentBlock child && tags.ComponentOf(child.Tag)?.Name == item)
            {
                items.Add(new ComponentItem(child.Tag, ChildrenOf(renderer, child) ?? RawHtml.Empty));
            }
            else if (block is ParagraphBlock { Inline: { } text })
            {
                AddItems(renderer, parent.Tag, text, item, items);
            }
            else if (block is not (SilentBlock or LinkReferenceDefinitionGroup))
            {
                ReportOther(parent.Tag, item, new SourcePosition(block.Line + 1, block.Column + 1));
            }
        }

        return items;
    }

    private void AddItems(HtmlRenderer renderer, ComponentTag parent, ContainerInline text, string item, List<ComponentItem> items)
    {
        foreach (var inline in text)
        {
            if (inline is ComponentInline child && tags.ComponentOf(child.Tag)?.Name == item)
            {
                items.Add(new ComponentItem(child.Tag, Rendering.Children.Render(renderer, () => renderer.WriteChildren(child))));
            }
            else if (inline is not (LineBreakInline or SilentInline)
                && !(inline is LiteralInline space && space.Content.AsSpan().IsWhiteSpace()))
            {
                ReportOther(parent, item, new SourcePosition(inline.Line + 1, inline.Column + 1));
            }
        }
    }

    private void ReportOther(ComponentTag parent, string item, SourcePosition position) =>
        page.Diagnostics.Error($"only <{item}> can stand between <{parent.Name}> and </{parent.Name}>", position);
}
