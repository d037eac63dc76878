namespace Glassy.Html;

/// <summary>What a piece of markup is.</summary>
public enum MarkupKind
{
    /// <summary>Text between tags, as it is written: with references.</summary>
    Text,

    /// <summary>An opening tag.</summary>
    Opening,

    /// <summary>A closing tag.</summary>
    Closing,

    /// <summary>Neither text nor tag: a comment, a declaration, what stands in a script or a style, a tag without an end.</summary>
    Other,
}
