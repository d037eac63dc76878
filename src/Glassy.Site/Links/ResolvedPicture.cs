using Glassy.Pages;
using Glassy.Theme;

namespace Glassy.Links;

/// <summary>A picture that a page shows.</summary>
/// <param name="Src">Its address, relative to the page.</param>
/// <param name="Picture">What is known of it; null for pictures of other sites.</param>
/// <param name="Suffix">Query and fragment, as written.</param>
public sealed record ResolvedPicture(string Src, SitePicture? Picture = null, string Suffix = "")
{
    /// <summary>What a <c>srcset</c> says.</summary>
    /// <param name="widths">The picture at several widths.</param>
    /// <param name="sitePath">Addresses relative to the page.</param>
    public string SrcsetOf(IReadOnlyList<PictureWidth> widths, SitePath sitePath) =>
        string.Join(", ", widths.Select(version => $"{Permalink.Encode(sitePath.To(version.Path))}{Suffix} {version.Width}w"));
}
