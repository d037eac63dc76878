using Glassy.Content.Mdx;
using Glassy.Content.Syntax;

namespace Glassy.Content.Rendering;

/// <summary>Puts values in the place of names: a partial's properties, imported pictures, exported constants, front matter.</summary>
internal sealed class ExpressionResolver(PageWriting page)
{
    /// <summary>A value without names; null when it holds one that is not known, which is then reported.</summary>
    /// <param name="literal">As written.</param>
    /// <param name="subject">What a message begins with: <c>&lt;Note&gt;: </c>.</param>
    /// <param name="wayOut">What a message ends with.</param>
    public Literal? Resolve(Literal literal, string subject, string wayOut = "")
    {
        switch (literal.Value)
        {
            case Reference { IsFile: true } file:
                return ResolveFile(file.Name, literal.Position);
            case Reference name:
                return ResolveName(name.Name, literal.Position, subject, wayOut);
            case IReadOnlyList<Literal> items:
                var resolved = items.Select(item => Resolve(item, subject, wayOut)).ToList();
                return resolved.Contains(null) ? null : literal with { Value = resolved };
            case IReadOnlyDictionary<string, Literal> members:
                var values = members.ToDictionary(member => member.Key, member => Resolve(member.Value, subject, wayOut));
                return values.ContainsValue(null) ? null : literal with { Value = values };
            default:
                return literal;
        }
    }

    /// <summary>A tag without names in its attributes; what is wrong with one becomes nothing and is reported.</summary>
    public ComponentTag? Resolve(ComponentTag tag)
    {
        if (tag.Attributes.All(argument => argument.Value.Value is null or string or double or bool))
        {
            return tag;
        }

        var attributes = tag.Attributes
            .Select(argument => (Argument: argument, Value: Resolve(argument.Value, $"<{tag.Name}>: "))).ToList();
        return attributes.Exists(pair => pair.Value is null)
            ? null
            : tag with { Attributes = [.. attributes.Select(pair => pair.Argument with { Value = pair.Value! })] }; // none is null
    }

    private Literal? ResolveName(string name, SourcePosition position, string subject, string wayOut)
    {
        var segments = name.Split('.');
        var scope = page.Module.Scope;
        if (segments is ["props", var property] && page.Module.Props is { } props)
        {
            return new Literal(props.GetValueOrDefault(property)?.Value, position);
        }

        if (segments is ["frontMatter", var key] && page.Page.Source.FrontMatter.Values.TryGetValue(key, out var value) && value is null or string)
        {
            return new Literal(value, position);
        }

        if (segments is [var constant] && scope.Constants.TryGetValue(constant, out var literal))
        {
            return Resolve(literal with { Position = position }, subject, wayOut);
        }

        if (segments is [var imported] && scope.Imports.TryGetValue(imported, out var import) && import.IsFile)
        {
            return ResolveFile(import.Source, position, import);
        }

        page.Diagnostics.Error($"{subject}{LiteralReader.OnlyLiterals}; {Describe(segments[0], name)}{wayOut}", position);
        return null;
    }

    private string Describe(string first, string name)
    {
        var scope = page.Module.Scope;
        return first == "props" ? "only partials have `props`"
            : scope.Imports.TryGetValue(first, out var import) ? $"`{name}` is imported from '{import.Source}' on line {import.Position.Line}, and JavaScript does not run here"
            : scope.Exports.TryGetValue(first, out var export) ? $"the value of `{name}`, exported on line {export.Line}, is none"
            : $"`{name}` is neither imported nor exported{Spelling.Suggest(first, scope.Constants.Keys.Concat(scope.Imports.Keys).Order(StringComparer.Ordinal))}";
    }

    /// <summary>The file that a value stands for, <c>require('./a.png').default</c> or an import's name, from the site's root; null for any other value.</summary>
    public string? FileOf(Literal literal) => literal.Value switch
    {
        Reference { IsFile: true } file => page.Links.FindFile(file.Name, page.Page),
        Reference name when page.Module.Scope.Imports.GetValueOrDefault(name.Name) is { IsFile: true } import => page.Links.FindFile(import.Source, page.Page),
        _ => null,
    };

    /// <summary>A file's address relative to the page, as in Markdown.</summary>
    private Literal? ResolveFile(string path, SourcePosition position, MdxImport? import = null)
    {
        if (page.Links.ResolveFile(path, page.Page, page.SitePath) is { } href)
        {
            return new Literal(href, position) { File = page.Links.FindFile(path, page.Page) };
        }

        var origin = import is null ? "" : $", imported on line {import.Position.Line},";
        page.Diagnostics.MissingImage(
            $"the file `{path}`{origin} is not there: neither the project nor the run has it{page.Links.SuggestFile(path, page.Page)}",
            import?.Position ?? position);
        return null;
    }
}
