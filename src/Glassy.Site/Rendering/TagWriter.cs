using Glassy.Components.Binding;
using Glassy.Diagnostics;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>Writes what a tag stands for: a partial, a component, an imported picture.</summary>
internal sealed class TagWriter(PageWriting page)
{
    private readonly ExpressionResolver _resolver = new(page);
    private readonly ElementWriter _elements = new(page);
    private readonly ThemeElements _themed = new(page);

    /// <summary>The component that a tag names, by its own name or by one that it is imported under; null when there is none.</summary>
    public Component? ComponentOf(ComponentTag tag)
    {
        var import = page.Module.Scope.Imports.GetValueOrDefault(tag.Name);
        return page.Components.Find(tag.Name) ?? (import is null ? null : page.Components.Find(import.LastSegment));
    }

    /// <summary>
    /// What stands between <c>&lt;head&gt;</c> and its end, or in Docusaurus' <c>&lt;Head&gt;</c>, belongs into the document's head.
    /// </summary>
    public bool IsHead(ComponentTag tag) =>
        tag.Name == "head" || page.Module.Scope.Imports.GetValueOrDefault(tag.Name)?.Source == "@docusaurus/Head";

    /// <summary>The text between the tags of a component that takes it as it is; null for others.</summary>
    public string? TextOf(ComponentBlock block)
    {
        if (block.TextName is not { } name || _resolver.Resolve(name, $"<{block.Tag.Name}>: ") is not { } value)
        {
            return block.Text;
        }

        if (value.Value is not string)
        {
            page.Diagnostics.Error($"<{block.Tag.Name}>: only text can stand between these tags, not {value.Kind}", value.Position);
        }

        return value.Value as string ?? "";
    }

    /// <summary>A component's markup.</summary>
    /// <param name="renderer">The page's renderer.</param>
    /// <param name="component">The component; null for a name that is none.</param>
    /// <param name="call">How it is used.</param>
    public RawHtml Component(HtmlRenderer renderer, Component? component, ComponentCall call)
    {
        if (component is null && page.Module.Scope.Imports.GetValueOrDefault(call.Tag.Name) is { IsFile: true })
        {
            return Children.Render(renderer, () => _elements.WriteOpening(renderer, PictureOf(call.Tag)));
        }

        if (component is null && ThemeElementOf(call.Tag) is { } element)
        {
            foreach (var mistake in call.Tag.Mistakes)
            {
                page.Diagnostics.Error($"<{call.Tag.Name}>: {mistake.Value}", mistake.Position);
            }

            return Children.Render(renderer, () => _themed.Write(renderer, element, call.Tag, call.Children ?? RawHtml.Empty));
        }

        if (component is null && IsExplained(call.Tag))
        {
            return RawHtml.Empty;
        }

        return _resolver.Resolve(call.Tag) is { } tag
            ? page.Components.Render(call with { Tag = tag with { Name = component?.Name ?? tag.Name } }, page.ComponentContext)
            : RawHtml.Empty;
    }

    private string? ThemeElementOf(ComponentTag tag)
    {
        var name = page.Module.Scope.Imports.GetValueOrDefault(tag.Name)?.LastSegment ?? tag.Name;
        return ThemeElements.Names.Contains(name) ? name : null;
    }

    /// <summary>An imported picture that is used as a tag, as SVG can be.</summary>
    private static ComponentTag PictureOf(ComponentTag tag)
    {
        var source = new TagArgument("src", new Literal(new Reference(tag.Name, IsFile: false), tag.Position), tag.Position);
        TagArgument[] alt = tag.Attributes.Any(a => a.Name == "alt")
            ? []
            : [new TagArgument("alt", new Literal("", tag.Position), tag.Position)];
        return tag with { Name = "img", Attributes = [source, .. alt, .. tag.Attributes] };
    }

    /// <summary>Writes a partial where it is included.</summary>
    /// <param name="renderer">The page's renderer.</param>
    /// <param name="partial">The partial at this place.</param>
    /// <param name="tag">The tag that includes it.</param>
    /// <param name="children">What stands between its tags.</param>
    public void WritePartial(HtmlRenderer renderer, MdxModule partial, ComponentTag tag, RawHtml children)
    {
        foreach (var mistake in tag.Mistakes)
        {
            page.Diagnostics.Error($"<{tag.Name}>: {mistake.Value}", mistake.Position);
        }

        if (_resolver.Resolve(tag) is { } resolved)
        {
            partial.Props = resolved.Attributes.DistinctBy(a => a.Name).ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
            partial.Children = children;
            page.Within(partial, () => renderer.WriteChildren(partial.Document));
        }
    }

    /// <summary>What an author can do in place of a component in JavaScript.</summary>
    private string WayOut(ComponentTag tag)
    {
        var suggestion = Spelling.Suggest(tag.Name, page.Components.Names);
        return (suggestion.Length > 0 ? suggestion : "; leave the tag out")
            + ", import Markdown in its place (a file such as `_"
            + tag.Name
            + ".mdx`, which knows `{props.children}`), or write what it shows here";
    }

    /// <summary>Reports names that are imported or exported and still no component, with the line that makes them known.</summary>
    private bool IsExplained(ComponentTag tag)
    {
        var (imports, exports) = (page.Module.Scope.Imports, page.Module.Scope.Exports);
        if (imports.TryGetValue(tag.Name, out var import))
        {
            if (!import.IsPartial)
            {
                page.Diagnostics.Error(
                    $"<{tag.Name}> is imported from '{import.Source}' on line {import.Position.Line}, and JavaScript does not run here{WayOut(tag)}",
                    tag.Position);
            }

            return true; // a partial that is not there has been reported where it is imported
        }

        if (page.Module.Scope.Components.ContainsKey(tag.Name))
        {
            return true; // one that includes itself has been reported too
        }

        if (exports.TryGetValue(tag.Name, out var export))
        {
            page.Diagnostics.Error(
                $"<{tag.Name}> is exported on line {export.Line}, and JavaScript does not run here: only `({{a, b}}) => (<b>{{a}}</b>)` can be written out{Spelling.SuggestAndList(tag.Name, page.Components.Names)}",
                tag.Position);
            return true;
        }

        return false;
    }
}
