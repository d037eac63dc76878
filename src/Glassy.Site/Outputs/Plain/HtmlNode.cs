using System.Net;
using Glassy.Html;

namespace Glassy.Outputs.Plain;

/// <summary>An element of a page, or text in one. It is a view of the page's markup: a thousand pages are read in one build.</summary>
/// <param name="name">In lower case; empty for text.</param>
/// <param name="markup">What stands behind the name in an element's opening tag; a text as it is written.</param>
internal sealed class HtmlNode(string name, ReadOnlyMemory<char> markup)
{
    private List<HtmlNode>? _children;

    public string Name => name;

    public IReadOnlyList<HtmlNode> Children => _children ?? [];

    public bool IsText => name.Length == 0;

    /// <summary>All text in it.</summary>
    public string Text => IsText ? OwnText : string.Concat(Children.Select(child => child.Text));

    private string OwnText => markup.Span.Contains('&') ? WebUtility.HtmlDecode(markup.ToString()) : markup.ToString();

    /// <summary>An attribute's value, empty for one without; null when the element does not have it.</summary>
    public string? Attribute(string attribute) =>
        ValueOf(attribute, out var value) ? value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value.ToString() : null;

    /// <summary>Whether the opening tag has an attribute, with a value or without.</summary>
    public bool Has(string attribute) => ValueOf(attribute, out _);

    public bool HasClass(string className)
    {
        if (!ValueOf("class", out var classes))
        {
            return false;
        }

        foreach (var part in classes.Split(' '))
        {
            if (classes[part].SequenceEqual(className))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A whole number in an attribute, such as a cell's <c>colspan</c>; 1 without one.</summary>
    public int Count(string attribute) => ValueOf(attribute, out var value) && int.TryParse(value, out var count) && count > 0 ? count : 1;

    /// <summary>Itself and everything in it, in the order of the page.</summary>
    public IEnumerable<HtmlNode> Descendants() => Children.SelectMany(child => child.Descendants()).Prepend(this);

    /// <summary>Whether something in it is as asked.</summary>
    public bool Holds(Func<HtmlNode, bool> isAsked)
    {
        foreach (var child in Children)
        {
            if (isAsked(child) || child.Holds(isAsked))
            {
                return true;
            }
        }

        return false;
    }

    public void Add(HtmlNode child) => (_children ??= []).Add(child);

    private bool ValueOf(string attribute, out ReadOnlySpan<char> value)
    {
        value = default;
        return !IsText && TagAttributes.Find(markup.Span, attribute, out value);
    }
}
