using Glassy.Search;

namespace Glassy.Plain;

/// <summary>An element of a page, or text in one.</summary>
/// <param name="name">In lower case; empty for text.</param>
/// <param name="tag">What stands behind the name in an element's opening tag; a text's text, without references.</param>
internal sealed class HtmlNode(string name, string tag)
{
    private readonly List<HtmlNode> _children = [];

    public string Name => name;

    public IReadOnlyList<HtmlNode> Children => _children;

    public bool IsText => name.Length == 0;

    /// <summary>All text in it, as it is written.</summary>
    public string Text => IsText ? tag : string.Concat(_children.Select(child => child.Text));

    /// <summary>An attribute's value; null when the element does not have it.</summary>
    public string? Attribute(string attribute) => Markup.AttributeOf(tag, attribute);

    /// <summary>Whether the opening tag has an attribute, with a value or without.</summary>
    public bool Has(string attribute) => tag.Contains(' ' + attribute, StringComparison.Ordinal);

    public bool HasClass(string className) =>
        Attribute("class") is { } classes && classes.Split(' ').Contains(className, StringComparer.Ordinal);

    /// <summary>A whole number in an attribute, such as a cell's <c>colspan</c>; 1 without one.</summary>
    public int Count(string attribute) => int.TryParse(Attribute(attribute), out var count) && count > 0 ? count : 1;

    /// <summary>Itself and everything in it, in the order of the page.</summary>
    public IEnumerable<HtmlNode> Descendants() => _children.SelectMany(child => child.Descendants()).Prepend(this);

    public void Add(HtmlNode child) => _children.Add(child);
}
