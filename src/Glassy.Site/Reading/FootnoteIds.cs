using System.Globalization;
using Glassy.Pages;
using Markdig.Extensions.Footnotes;

namespace Glassy.Reading;

/// <summary>The ids of footnotes and of the places that refer to them, as GitHub and Docusaurus make them.</summary>
internal static class FootnoteIds
{
    /// <summary><c>user-content-fn-note</c>.</summary>
    public static string Of(string name) => "user-content-fn-" + name;

    /// <summary><c>user-content-fnref-note</c>, and <c>user-content-fnref-note-2</c> for the second place.</summary>
    public static string OfReference(string name, FootnoteLink link) => $"user-content-fnref-{name}{Suffix(link)}";

    /// <summary>The footnote's number on the page, and which of its places this is when it is not the first: <c>1-2</c>.</summary>
    public static string Number(FootnoteLink link) => string.Create(CultureInfo.InvariantCulture, $"{link.Footnote.Order}{Suffix(link)}");

    /// <summary>A footnote's label as ids write it.</summary>
    public static string Label(Footnote footnote) => Permalink.Encode((footnote.Label ?? "").TrimStart('^').ToLowerInvariant());

    private static string Suffix(FootnoteLink link) => link.Index > 1 ? string.Create(CultureInfo.InvariantCulture, $"-{link.Index}") : "";
}
