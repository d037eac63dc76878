using Glassy.Sources;

namespace Glassy.Syntax.Mdx;

/// <summary>A name that a page imports.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Source">Where it comes from, as written.</param>
/// <param name="Position">Where the source is written.</param>
internal sealed record MdxImport(string Name, string Source, SourcePosition Position)
{
    private static readonly string[] CodeExtensions =
        ["", ".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".json", ".css", ".scss", ".sass", ".less", ".vue", ".yml", ".yaml"];

    /// <summary>A file's text: <c>!!raw-loader!./x.py</c>.</summary>
    public bool IsRaw => Source.Contains("raw-loader!", StringComparison.Ordinal);

    /// <summary>Where it comes from, without what is to be done with it.</summary>
    public string File => Source[(Source.LastIndexOf('!') + 1)..];

    /// <summary>Markdown to be included.</summary>
    public bool IsPartial => IsLocal && Extension is ".md" or ".mdx";

    /// <summary>A picture or another file, which stands for its address.</summary>
    public bool IsFile => IsLocal && !IsPartial && !CodeExtensions.Contains(Extension);

    /// <summary>The theme's own name for it: <c>Tabs</c> of <c>@theme/Tabs</c>.</summary>
    public string LastSegment => Source[(Source.LastIndexOf('/') + 1)..];

    private bool IsLocal => Source.StartsWith('.') || Source.StartsWith('/') || Source.StartsWith("@site/", StringComparison.Ordinal);

    private string Extension => Path.GetExtension(Source).ToLowerInvariant();
}
