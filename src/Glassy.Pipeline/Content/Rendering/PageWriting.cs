using Glassy.Components;
using Glassy.Theme;
using Markdig.Syntax;

namespace Glassy.Content.Rendering;

/// <summary>What the renderers of one page share.</summary>
internal sealed record PageWriting
{
    public required Page Page { get; init; }

    public required SitePath SitePath { get; init; }

    public required ITokenEvaluator Tokens { get; init; }

    public required LinkResolver Links { get; init; }

    public required ComponentRegistry Components { get; init; }

    public required ComponentContext ComponentContext { get; init; }

    public required PageDiagnostics Diagnostics { get; init; }

    public required IReadOnlyDictionary<HeadingBlock, string> HeadingIds { get; init; }

    /// <summary>Headings are written for the table of contents: without links and pictures.</summary>
    public bool IsToc { get; init; }
}
