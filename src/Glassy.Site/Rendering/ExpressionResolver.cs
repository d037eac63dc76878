using Glassy.Diagnostics;
using Glassy.Reading;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;

namespace Glassy.Rendering;

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
            case Reference { Name: Reference.CategoryItems }:
                return literal with { Value = null }; // which <DocCardList> knows
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
        var (first, scope) = (segments[0], page.Module.Scope);
        if (segments is [_] && scope.Imports.TryGetValue(first, out var import) && import.IsFile)
        {
            return ResolveFile(import.Source, position, import);
        }

        if (segments is [_] && scope.Imports.TryGetValue(first, out var raw) && raw.IsRaw)
        {
            return ReadFile(raw, position);
        }

        if (ValueOf(first, position) is { } value)
        {
            return Member(value, segments, position, subject, wayOut);
        }

        page.Diagnostics.Error($"{subject}{LiteralReader.OnlyLiterals}; {Describe(first, name)}{wayOut}", position);
        return null;
    }

    /// <summary>What a name alone stands for; null when that is no value.</summary>
    private Literal? ValueOf(string name, SourcePosition position) => page.Module.Parameters.ValueOf(name, page.Module.Props, position)
        ?? page.Module.Scope.Constants.GetValueOrDefault(name)
        ?? name switch
        {
            "frontMatter" => LiteralMembers.Of(page.Page.Source.FrontMatter.Values, position),
            "contentTitle" => new Literal(
                Headings.NamingHeading(page.Module.Document) is { } heading ? PlainText.Of(heading.Inline, page.Tokens) : null, position),
            "toc" => new Literal(null, position), // the page's own, which <TOCInline> knows
            _ => null,
        };

    /// <summary>What the names after the first one lead to, from value to value.</summary>
    private Literal? Member(Literal value, string[] segments, SourcePosition position, string subject, string wayOut)
    {
        var isGiven = page.Module.Props is not null
            && !page.Module.Scope.Constants.ContainsKey(segments[0])
            && segments[0] != "frontMatter";
        for (var i = 1; i < segments.Length; i++)
        {
            if (value.Value is Reference { IsFile: true } && segments[i] == "default")
            {
                continue; // require('./a.png'), whose address is its default
            }

            if ((value.Value is Reference ? Resolve(value, subject, wayOut) : value) is not { } owner)
            {
                return null;
            }

            if (LiteralMembers.Find(owner, segments[i]) is not { } member)
            {
                if (owner.Value is null or not IReadOnlyDictionary<string, Literal> || !isGiven)
                {
                    return RefuseMember(owner, string.Join('.', segments[..i]), segments[i], position, subject, wayOut);
                }

                member = new Literal(null, position); // whoever includes a partial need not say everything
            }

            value = member;
        }

        return Resolve(value with { Position = position }, subject, wayOut);
    }

    private Literal? RefuseMember(Literal owner, string path, string member, SourcePosition position, string subject, string wayOut)
    {
        var known = LiteralMembers.Known(owner);
        var suggestion = known.Count == 0 ? "" : Spelling.SuggestAndList(member, known);
        page.Diagnostics.Error($"{subject}`{path}` is {owner.Kind}, which has no `{member}`{suggestion}{wayOut}", position);
        return null;
    }

    private string Describe(string first, string name)
    {
        var scope = page.Module.Scope;
        return first == "props" ? "only partials have `props`"
            : scope.Imports.TryGetValue(first, out var import)
                ? $"`{name}` is imported from '{import.Source}' on line {import.Position.Line}, and JavaScript does not run here; write the value, or `export const` it on this page"
            : scope.Exports.TryGetValue(first, out var export) ? $"the value of `{name}`, exported on line {export.Line}, is none"
            : $"`{name}` is neither imported nor exported{Spelling.Suggest(first, scope.Constants.Keys.Concat(scope.Imports.Keys).Order(StringComparer.Ordinal))}";
    }

    /// <summary>
    /// The file that a value stands for, <c>require('./a.png').default</c> or an import's name, from the site's root; null for any other
    /// value.
    /// </summary>
    public string? FileOf(Literal literal) => literal.Value switch
    {
        Reference { IsFile: true } file => page.Links.FindFile(file.Name, page.Page),
        Reference name when page.Module.Scope.Imports.GetValueOrDefault(name.Name) is { IsFile: true } import =>
            page.Links.FindFile(import.Source, page.Page),
        _ => null,
    };

    /// <summary>The text of one of the project's files.</summary>
    private Literal? ReadFile(MdxImport import, SourcePosition position)
    {
        const string Site = "@site/", Docs = Site + "docs/";
        var project = page.ComponentContext.Site.Project;
        var folder = Path.GetDirectoryName(page.Page.Source.File) ?? "";
        var file = project.Relative(import.File.StartsWith(Docs, StringComparison.Ordinal) ? "input/" + import.File[Docs.Length..]
            : import.File.StartsWith(Site, StringComparison.Ordinal) ? import.File[Site.Length..]
            : Path.Combine(folder, import.File));
        var reason = project.WhyClosed(file) ?? (File.Exists(project.Absolute(file)) ? null : "it is not in the project");
        if (reason is not null)
        {
            page.Diagnostics.Error(
                $"the file `{import.File}`, imported on line {import.Position.Line}, is not shown: {reason}", import.Position);
            return null;
        }

        return new Literal(File.ReadAllText(project.Absolute(file)).ReplaceLineEndings("\n"), position);
    }

    /// <summary>A file's address relative to the page, as in Markdown.</summary>
    public Literal? ResolveFile(string path, SourcePosition position, MdxImport? import = null)
    {
        if (page.Links.ResolveFile(path, page.Page, page.SitePath) is { } href)
        {
            return new Literal(href, position) { File = page.Links.FindFile(path, page.Page) };
        }

        if (import is null && page.Links.ResolveLink(path, page.Page, page.SitePath) is { Error: null } link)
        {
            if (link is { Permalink: { } permalink, Fragment.Length: > 0 })
            {
                page.Diagnostics.AnchorLink(path, permalink, link.Fragment, position);
            }

            return new Literal(link.Href, position) { IsAddress = true }; // useBaseUrl('/a-page')
        }

        var origin = import is null ? "" : $", imported on line {import.Position.Line},";
        page.ReportMissingFile(path, import?.Position ?? position, origin);
        return null;
    }
}
