using System.Text.RegularExpressions;
using Glassy.Sources;

namespace Glassy.Rendering;

/// <summary>
/// Makes the addresses in an element's attributes work from where the page is served, and reports those that lead nowhere.
/// </summary>
internal sealed partial class ElementAddresses(PageWriting page)
{
    /// <summary>Whether an element has attributes with addresses.</summary>
    public static bool IsAddressed(string element) =>
        element is "a" or "area" or "iframe" or "img" or "source" or "video" or "audio" or "track" or "embed" or "object"
            or "form" or "button" or "input" or "use";

    /// <summary>An element's attributes with addresses that work; an <c>&lt;img&gt;</c>'s <c>src</c> stays as it is.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="attributes">As written.</param>
    public IReadOnlyList<ElementAttribute> Resolve(string element, IReadOnlyList<ElementAttribute> attributes)
    {
        if (!IsAddressed(element))
        {
            return attributes;
        }

        List<ElementAttribute> resolved = [.. attributes.Select(attribute => ResolveOne(element, attribute))];
        var download = resolved.FindIndex(attribute => attribute is { Name: "download", Text: null or "" });
        if (download >= 0 && resolved.Find(attribute => attribute is { Name: "href", File: not null }) is { File: { } file })
        {
            resolved[download] = resolved[download] with { Text = Path.GetFileName(file) }; // its address may have a hash in it
        }

        return resolved;
    }

    private ElementAttribute ResolveOne(string element, ElementAttribute attribute) => (element, attribute.Name) switch
    {
        _ when attribute.File is not null || attribute.IsAddress || attribute.Text is null => attribute,
        ("a" or "area", "href") or ("iframe", "src") => Link(attribute, attribute.Text),
        ("form", "action") or ("button" or "input", "formaction") or (_, "xlink:href") or ("use", "href") =>
            Checked(attribute, attribute.Text),
        ("img" or "source", "srcset") =>
            attribute with { Text = Candidate().Replace(attribute.Text, match => Candidates(match, attribute)) },
        ("source" or "video" or "audio" or "track" or "embed", "src") or ("video", "poster") or ("object", "data") =>
            attribute with { Text = File(attribute.Text, attribute.Position) },
        _ => attribute,
    };

    private ElementAttribute Link(ElementAttribute attribute, string url)
    {
        var target = page.Follow(url, attribute.Position);
        return attribute with { Text = target.Href, File = target.File };
    }

    /// <summary>An address that is not resolved, and must lead somewhere all the same.</summary>
    private ElementAttribute Checked(ElementAttribute attribute, string url)
    {
        if (UrlScheme.MistakeIn(url) is { } mistake)
        {
            page.Diagnostics.Error(mistake, attribute.Position);
            return attribute with { Text = "" };
        }

        return attribute;
    }

    private string Candidates(Match match, ElementAttribute attribute) =>
        match.Groups["before"].Value + File(match.Groups["url"].Value, attribute.Position) + match.Groups["size"].Value;

    private string File(string url, SourcePosition position)
    {
        if (UrlScheme.MistakeInLoaded(url) is { } mistake)
        {
            page.Diagnostics.Error(mistake, position);
            return "";
        }

        if (page.Links.ResolveFile(url, page.Page, page.SitePath) is { } address)
        {
            return address;
        }

        page.ReportMissingFile(url, position);
        return url;
    }

    /// <summary>One of <c>a.png 1x, b.png 2x</c> (HTML, 4.8.4.2.1): an address does not end in a comma, but may hold some.</summary>
    [GeneratedRegex(@"(?<before>[\s,]*)(?<url>[^\s,]\S*(?<!,))(?<size>[^,]*,?)")]
    private static partial Regex Candidate();
}
