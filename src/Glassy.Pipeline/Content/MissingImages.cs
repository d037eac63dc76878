namespace Glassy.Content;

/// <summary>What becomes of a picture that a page names and the site does not have.</summary>
public enum MissingImages
{
    /// <summary>The site is not written.</summary>
    Error,

    /// <summary>It is reported and left out.</summary>
    Warn,
}
