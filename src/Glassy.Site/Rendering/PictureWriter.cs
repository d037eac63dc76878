using System.Globalization;
using System.Text.RegularExpressions;
using Glassy.Imaging;
using Glassy.Links;
using Glassy.Sources;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>Writes pictures: with their size, so that nothing shifts when they come, and at the width that is shown.</summary>
internal sealed partial class PictureWriter(PageWriting page)
{
    /// <summary>In a window less wide than this the column is as wide as the window, but for the gutters.</summary>
    private const string ColumnFits = "42rem";

    /// <summary>Writes <c>&lt;img&gt;</c>; what is wrong with the file is reported.</summary>
    /// <param name="renderer">The page's renderer.</param>
    /// <param name="url">The picture's address as written, for messages.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="attributes">What the author says, <c>src</c> with the address as written; an author's word counts more than what is
    /// added.</param>
    /// <param name="position">Where a message points.</param>
    public void Write(
        HtmlRenderer renderer,
        string url,
        ResolvedPicture picture,
        IReadOnlyList<ElementAttribute> attributes,
        SourcePosition position)
    {
        var place = (page.Pictures.HasFirst, page.Pictures.IsInPicture);
        page.Pictures.HasFirst = true;
        if (picture.Picture is not { IsPending: true } pending)
        {
            Write(renderer, url, picture, attributes, place, position);
            return;
        }

        var module = page.Module;
        page.Pictures.AreAwaited = true;
        renderer.Write(page.Pictures.Late.Add(later => module.Within(page.Diagnostics, () =>
            Write(later, url, page.Links.ShowFile(pending.Path, page.SitePath, picture.Suffix), attributes, place, position))));
    }

    private void Write(
        HtmlRenderer renderer,
        string url,
        ResolvedPicture picture,
        IReadOnlyList<ElementAttribute> attributes,
        (bool IsLater, bool IsInPicture) place,
        SourcePosition position)
    {
        if (picture.Picture?.Error is { } error)
        {
            page.Diagnostics.MissingImage($"the picture `{url}` cannot be shown: {error}", position);
        }

        var written = attributes
            .Where(a => a.Name != "src")
            .DistinctBy(a => a.Name)
            .ToDictionary(a => a.Name, a => a.Text ?? "", StringComparer.Ordinal);
        var sizes = written.GetValueOrDefault("sizes") ?? SizesOf(written.GetValueOrDefault("width"));
        var isOne = written.ContainsKey("srcset") || place.IsInPicture;
        var webP = isOne ? [] : picture.Picture?.WebP ?? [];
        if (webP.Count > 0)
        {
            renderer.Write("<picture><source type=\"image/webp\" srcset=\"").WriteEscape(picture.SrcsetOf(webP, page.SitePath))
                .Write("\" sizes=\"").WriteEscape(sizes).Write("\">");
        }

        renderer.Write("<img");
        foreach (var attribute in attributes)
        {
            if (attribute.Name == "src")
            {
                renderer.Write(" src=\"").WriteEscapeUrl(picture.Src).Write('"');
            }
            else
            {
                ElementWriter.WriteAttribute(renderer, attribute.Name, attribute.Text);
            }
        }

        foreach (var (name, value) in Added(picture, written, isOne ? null : sizes, place.IsLater).Where(
            added => !written.ContainsKey(added.Name)))
        {
            ElementWriter.WriteAttribute(renderer, name, value);
        }

        renderer.Write(webP.Count > 0 ? "></picture>" : ">");
    }

    /// <param name="picture">The picture.</param>
    /// <param name="written">What the author says.</param>
    /// <param name="sizes">How wide it is shown; null when it is not offered at several widths.</param>
    /// <param name="isLater">Whether it is not the page's first.</param>
    private IEnumerable<(string Name, string Value)> Added(
        ResolvedPicture picture,
        Dictionary<string, string> written,
        string? sizes,
        bool isLater)
    {
        if (picture.Picture is { Size: { Width: > 0, Height: > 0 } size } && ShownAt(size, written) is var (width, height))
        {
            yield return ("width", Invariant(width));
            yield return ("height", Invariant(height));
        }

        if (sizes is not null
            && picture.Picture is { Widths.Count: > 0 } scaled
            && scaled.Widths.Any(version => version.Path != scaled.Path))
        {
            yield return ("srcset", picture.SrcsetOf(scaled.Widths, page.SitePath));
            yield return ("sizes", sizes);
        }

        if (isLater)
        {
            yield return ("loading", "lazy");
        }

        yield return ("decoding", "async");
    }

    /// <summary>The size in the picture's proportions, by the side that the author gives; null when that would distort it.</summary>
    private static (int Width, int Height)? ShownAt(PictureSize size, Dictionary<string, string> written)
    {
        var (width, height) = (written.GetValueOrDefault("width"), written.GetValueOrDefault("height"));
        return (width, height) switch
        {
            (null, null) => SizedByStyle().IsMatch(written.GetValueOrDefault("style", "")) ? null : (size.Width, size.Height),
            ({ } given, null) => Pixels(given) is { } pixels ? (pixels, Other(pixels, size.Height, size.Width)) : null,
            (null, { } given) => Pixels(given) is { } pixels ? (Other(pixels, size.Width, size.Height), pixels) : null,
            _ => null,
        };
    }

    private static int Other(int side, int other, int own) => Math.Max(1, (int)Math.Round((double)side * other / own));

    private static string SizesOf(string? width) => width is not null && Pixels(width) is { } pixels and < PictureScaler.ColumnWidth
        ? $"{Invariant(pixels)}px"
        : $"(min-width: {ColumnFits}) {PictureScaler.ColumnWidth}px, calc(100vw - 2rem)";

    private static int? Pixels(string length) =>
        int.TryParse(
            length.EndsWith("px", StringComparison.Ordinal) ? length[..^2] : length,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var pixels) && pixels > 0
            ? pixels
            : null;

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w-])width\s*:|height\s*:")]
    private static partial Regex SizedByStyle();
}
