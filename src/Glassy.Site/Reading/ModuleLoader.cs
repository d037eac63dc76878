using Glassy.Pages;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Syntax.Parsers;
using Glassy.Tokens;
using Glassy.Wording;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>
/// Parses a page with all the partials that it includes, each anew wherever it stands, so that headings have ids of their own.
/// </summary>
/// <param name="partials">What can be included.</param>
/// <param name="classes">The class names that <see cref="ClassExpansion"/> writes out, and how many there are.</param>
/// <param name="words">For <see cref="ClassExpansion"/>.</param>
/// <param name="tokens">For <see cref="Conditions"/>.</param>
/// <param name="diagnostics">Receives imports that lead nowhere and partials that include themselves.</param>
internal sealed class ModuleLoader(
    PartialFiles partials,
    (IReadOnlyList<string> Shown, int Total) classes,
    Words words,
    ITokenEvaluator tokens,
    PageDiagnostics diagnostics)
{
    /// <summary>More can only come from partials that include one another several times, level by level.</summary>
    private const int MaxIncluded = 2000;

    private readonly List<PageSource> _path = [];
    private readonly List<LocalComponent> _expanding = [];
    private int _included;

    /// <summary>Parses a page and what it includes.</summary>
    public MdxModule Load(PageSource source)
    {
        var document = MarkdownSyntax.Parse(source.Body);
        var module = new MdxModule(source, document);
        _path.Add(source);
        module.Within(diagnostics, () =>
        {
            new Conditions(tokens).Apply(document, diagnostics);
            ClassExpansion.Expand(document, classes.Shown, classes.Total, words);
            foreach (var mistake in module.Scope.Mistakes)
            {
                diagnostics.Error(mistake.Value, mistake.Position);
            }

            IncludePartials(module);
        });
        _path.RemoveAt(_path.Count - 1);
        return module;
    }

    /// <summary>The components in a block's text, those inside others included.</summary>
    internal static IEnumerable<ComponentInline> ComponentsIn(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is ComponentInline component)
            {
                yield return component;
            }

            if (inline is ContainerInline inner)
            {
                foreach (var nested in ComponentsIn(inner))
                {
                    yield return nested;
                }
            }
        }
    }

    private void IncludePartials(MdxModule module)
    {
        var imported = module.Scope.Imports.Values.Where(import => import.IsPartial).ToList();
        var found = new Dictionary<string, PageSource>(StringComparer.Ordinal);
        foreach (var import in imported)
        {
            if (partials.Find(import.Source, module.Source) is { } partial)
            {
                found[import.Name] = partial;
            }
            else
            {
                diagnostics.Error(
                    $"there is no file `{import.Source}` to import{partials.Suggest(import.Source, module.Source)}", import.Position);
            }
        }

        if (found.Count > 0 || module.Scope.Components.Count > 0)
        {
            Include(module.Document, new Names(module, found));
        }
    }

    private void Include(ContainerBlock container, Names names)
    {
        foreach (var block in container)
        {
            if (block is ComponentBlock component)
            {
                component.Partial = Included(component.Tag, names);
            }

            if (block is ContainerBlock inner)
            {
                Include(inner, names);
            }
            else if (block is LeafBlock leaf)
            {
                foreach (var inline in ComponentsIn(leaf.Inline))
                {
                    inline.Partial = Included(inline.Tag, names);
                }
            }
        }
    }

    /// <summary>What a tag stands for: a partial or a component of the file's own; null for neither.</summary>
    private MdxModule? Included(ComponentTag tag, Names names) =>
        names.Partials.TryGetValue(tag.Name, out var partial) ? Included(partial, tag)
        : names.Module.Scope.Components.TryGetValue(tag.Name, out var component) ? Expanded(component, tag, names)
        : null;

    private MdxModule? Expanded(LocalComponent component, ComponentTag tag, Names names)
    {
        if (_expanding.IndexOf(component) is >= 0 and var first)
        {
            var cycle = string.Join(" → ", _expanding.Skip(first).Append(component).Select(other => other.Name));
            diagnostics.Error($"<{tag.Name}> includes itself: {cycle}", tag.Position);
            return null;
        }

        if (IsOneTooMany(tag))
        {
            return null;
        }

        var module = new MdxModule(names.Module.Source, component.Expand(), names.Module.Scope, component.Parameters);
        new Conditions(tokens).Apply(module.Document, diagnostics);
        _expanding.Add(component);
        Include(module.Document, names with { Module = module });
        _expanding.RemoveAt(_expanding.Count - 1);
        return module;
    }

    private MdxModule? Included(PageSource partial, ComponentTag tag)
    {
        if (_path.IndexOf(partial) is >= 0 and var first)
        {
            var cycle = string.Join(" → ", _path.Skip(first).Append(partial).Select(source => source.File));
            diagnostics.Error($"<{tag.Name}> includes itself: {cycle}", tag.Position);
            return null;
        }

        return IsOneTooMany(tag) ? null : Load(partial);
    }

    private bool IsOneTooMany(ComponentTag tag)
    {
        if (++_included == MaxIncluded)
        {
            diagnostics.Error($"more than {MaxIncluded} partials are included on one page", tag.Position);
        }

        return _included >= MaxIncluded;
    }

    /// <summary>What tags of a file can stand for besides components.</summary>
    private sealed record Names(MdxModule Module, IReadOnlyDictionary<string, PageSource> Partials);
}
