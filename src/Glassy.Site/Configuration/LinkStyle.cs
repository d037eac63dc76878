namespace Glassy.Configuration;

/// <summary>How links to pages are written.</summary>
public enum LinkStyle
{
    /// <summary><c>../glassy</c> or <c>../glassy/</c>: as a web server wants it.</summary>
    Folder,

    /// <summary><c>../glassy/index.html</c> or <c>../glassy.html</c>: works from disk too.</summary>
    File,
}
