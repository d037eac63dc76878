using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace Glassy.Content.Rendering;

/// <summary>The ids of footnotes and of the places that refer to them, as GitHub and Docusaurus make them.</summary>
internal static class FootnoteIds
{
    /// <summary><c>user-content-fn-note</c>.</summary>
    public static string Of(Footnote footnote) => "user-content-fn-" + Label(footnote);

    /// <summary><c>user-content-fnref-note</c>, and <c>user-content-fnref-note-2</c> for the second place.</summary>
    public static string OfReference(FootnoteLink link) => $"user-content-fnref-{Label(link.Footnote)}{Suffix(link)}";

    /// <summary>The footnote's number on the page, and which of its places this is when it is not the first: <c>1-2</c>.</summary>
    public static string Name(FootnoteLink link) => string.Create(CultureInfo.InvariantCulture, $"{link.Footnote.Order}{Suffix(link)}");

    /// <summary>Which of its footnote's places this is, from 1.</summary>
    public static int Place(FootnoteLink link) =>
        link.Footnote.Links.Where(other => !other.IsBackLink).TakeWhile(other => other.Index != link.Index).Count() + 1;

    private static string Suffix(FootnoteLink link) => Place(link) is > 1 and var place ? string.Create(CultureInfo.InvariantCulture, $"-{place}") : "";

    private static string Label(Footnote footnote) => Permalink.Encode((footnote.Label ?? "").TrimStart('^').ToLowerInvariant());
}
