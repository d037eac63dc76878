using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Html;
using Glassy.Links;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Sources;
using Glassy.Syntax.Mdx;
using Glassy.Theme;
using Glassy.Tokens;
using Glassy.Wording;
using Markdig.Syntax;

namespace Glassy.Rendering;

/// <summary>What the renderers of one page share.</summary>
internal sealed record PageWriting
{
    /// <summary>The page; inside a partial with the partial's source, because what is relative is so to that file.</summary>
    public required Page Page { get; set; }

    /// <summary>The file that is being written: the page's or a partial's.</summary>
    public required MdxModule Module { get; set; }

    public required SitePath SitePath { get; init; }

    public required ITokenEvaluator Tokens { get; init; }

    public required LinkResolver Links { get; init; }

    public required ComponentRegistry Components { get; init; }

    public required ComponentContext ComponentContext { get; init; }

    /// <summary>What the theme says, in the site's language.</summary>
    public Words Words => ComponentContext.Words;

    public required PageDiagnostics Diagnostics { get; init; }

    public required IReadOnlyDictionary<HeadingBlock, string> HeadingIds { get; init; }

    public required Footnotes Footnotes { get; init; }

    /// <summary>The id of the heading over them.</summary>
    public required string FootnotesHeading { get; init; }

    /// <summary>What the page's pictures share.</summary>
    public PictureState Pictures { get; } = new();

    /// <summary>The elements that the page wants in its document's head.</summary>
    public MarkupWriter Head { get; } = new();

    /// <summary>Headings are written for the table of contents: without links and pictures.</summary>
    public bool IsToc { get; init; }

    /// <summary>Its headings are being listed: what stands in one cannot list them.</summary>
    public bool IsListing { get; set; }

    /// <summary>The address of a link; one that leads nowhere is reported.</summary>
    /// <param name="url">As written.</param>
    /// <param name="position">Where it is written.</param>
    public string HrefOf(string url, SourcePosition position) => Follow(url, position).Href;

    /// <summary>What a link leads to; one that leads nowhere is reported.</summary>
    /// <param name="url">As written.</param>
    /// <param name="position">Where it is written.</param>
    public ResolvedLink Follow(string url, SourcePosition position)
    {
        var target = Links.ResolveLink(url, Page, SitePath);
        if (target.Refused is { } refused)
        {
            Diagnostics.Error(refused, position);
        }

        if (target.Error is not null)
        {
            Diagnostics.BrokenLink(target.Error, position);
        }

        if (target is { Permalink: { } permalink, Fragment.Length: > 0 })
        {
            Diagnostics.AnchorLink(url, permalink, target.Fragment, position);
        }

        return target;
    }

    /// <summary>Reports a picture that the site does not have.</summary>
    /// <param name="url">As written.</param>
    /// <param name="position">Where it is written.</param>
    public void ReportMissingPicture(string url, SourcePosition position) => ReportMissing($"the picture `{url}`", url, position);

    /// <summary>Reports a file that the site does not have.</summary>
    /// <param name="url">As written.</param>
    /// <param name="position">Where a message points.</param>
    /// <param name="origin">What the message says of where the address comes from.</param>
    public void ReportMissingFile(string url, SourcePosition position, string origin = "") =>
        ReportMissing($"the file `{url}`{origin}", url, position);

    /// <summary>Writes something of another of the page's files: its names, relative addresses and places hold meanwhile.</summary>
    public void Within(MdxModule module, Action write)
    {
        var (outer, page) = (Module, Page);
        (Module, Page) = (module, Page with { Source = module.Source });
        module.Within(Diagnostics, write);
        (Module, Page) = (outer, page);
    }

    private void ReportMissing(string subject, string url, SourcePosition position) =>
        Diagnostics.MissingImage($"{subject} is not there: neither the project nor the run has it{Links.SuggestFile(url, Page)}", position);
}

/// <summary>What the pictures of one page share while it is written.</summary>
internal sealed class PictureState
{
    /// <summary>A picture has been written: later ones are loaded when they come near.</summary>
    public bool HasFirst { get; set; }

    /// <summary>An author's own <c>&lt;picture&gt;</c> is open, which cannot hold another.</summary>
    public bool IsInPicture { get; private set; }

    /// <summary>Other widths of a picture are still to be made: one of those below, or the page's picture for previews.</summary>
    public bool AreAwaited { get; set; }

    /// <summary>Those that the page has stand-ins for.</summary>
    public LatePictures Late { get; } = new();

    /// <summary>Takes note of a tag that is written.</summary>
    /// <param name="tag">From its <c>&lt;</c> on.</param>
    public void Pass(ReadOnlySpan<char> tag) =>
        IsInPicture = tag.StartsWith("<picture", StringComparison.OrdinalIgnoreCase)
            || (IsInPicture && !tag.StartsWith("</picture", StringComparison.OrdinalIgnoreCase));
}
