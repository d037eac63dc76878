namespace Glassy.Rendering;

/// <summary>What the pictures of one page share while it is written.</summary>
internal sealed class PictureState
{
    /// <summary>A picture has been written: later ones are loaded when they come near.</summary>
    public bool HasFirst { get; set; }

    /// <summary>An author's own <c>&lt;picture&gt;</c> is open, which cannot hold another.</summary>
    public bool IsInPicture { get; private set; }

    /// <summary>Other widths of a picture are still to be made.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Takes note of a tag that is written.</summary>
    /// <param name="tag">From its <c>&lt;</c> on.</param>
    public void Pass(ReadOnlySpan<char> tag) =>
        IsInPicture = tag.StartsWith("<picture", StringComparison.OrdinalIgnoreCase)
            || (IsInPicture && !tag.StartsWith("</picture", StringComparison.OrdinalIgnoreCase));
}
