using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Syntax.Parsers;
using Markdig.Syntax;

namespace Glassy.Reading;

/// <summary>What a Markdown file uses, known before it is rendered.</summary>
public static class ComponentUse
{
    /// <summary>
    /// Whether a component stands in a text, or in a component that the text itself makes; code that names it does not use it.
    /// </summary>
    /// <param name="body">Markdown without its front matter.</param>
    /// <param name="name">As tags write it.</param>
    public static bool Has(string body, string name) => TagsOf(body, name).Any();

    /// <summary>The tags by which a text, or a component that it makes itself, uses a component.</summary>
    /// <param name="body">Markdown without its front matter.</param>
    /// <param name="name">As tags write it.</param>
    public static IEnumerable<ComponentTag> TagsOf(string body, string name) =>
        body.Contains(name, StringComparison.Ordinal) ? TagsOf(MarkdownSyntax.Parse(body), name) : []; // most texts are not parsed

    private static IEnumerable<ComponentTag> TagsOf(MarkdownDocument document, string name) =>
        document.Descendants().Select(TagOf).OfType<ComponentTag>().Where(tag => tag.Name == name)
            .Concat(MdxScope.Of(document).Components.Values.SelectMany(own => TagsOf(own.Expand(), name)));

    private static ComponentTag? TagOf(MarkdownObject node) => node switch
    {
        ComponentBlock block => block.Tag,
        ComponentInline inline => inline.Tag,
        _ => null,
    };
}
