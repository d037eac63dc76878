using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>A box with a title that the reader should not miss: <c>:::note[Title]</c> … <c>:::</c>.</summary>
public sealed class Admonition(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The kinds that there are; between any other name and its end stands no box, but what stands there.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["note", "tip", "info", "warning", "danger", "caution", "important", "secondary", "success"];

    public required string Kind { get; init; }

    public bool IsKnown => Kinds.Contains(Kind);

    /// <summary>From <c>{#id}</c>; null when there is none.</summary>
    public string? Id { get; init; }

    /// <summary>From <c>{title="Plain text"}</c>, which counts more than a title with Markdown; null when there is none.</summary>
    public string? PlainTitle { get; init; }

    /// <summary>From <c>{.class}</c>.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>A line of colons ends it.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>How many colons open it; as many or more close it.</summary>
    internal int Colons { get; init; }

    /// <summary>No further line belongs to it.</summary>
    internal bool IsComplete { get; set; }
}
