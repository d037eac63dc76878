namespace Glassy.Links;

/// <summary>Decides where the site has the files that pages show and link to. Safe to call from any thread.</summary>
public interface IFilePublisher
{
    /// <summary>A picture that a page shows.</summary>
    /// <param name="file">Where it lies, from the site's root without leading <c>/</c>.</param>
    SitePicture Show(string file);

    /// <summary>Where the site has a file that a page links to or loads as it is.</summary>
    /// <param name="file">Where it lies, from the site's root without leading <c>/</c>.</param>
    /// <returns>From the site's root without leading <c>/</c>.</returns>
    string Link(string file);
}
