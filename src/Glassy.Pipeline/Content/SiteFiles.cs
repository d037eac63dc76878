namespace Glassy.Content;

/// <summary>Every file of the site that is not a page: the author's, the theme's and what the run makes.</summary>
/// <param name="Files">By path from the site's root without leading <c>/</c>; a size for pictures whose size is known.</param>
public sealed record SiteFiles(IReadOnlyDictionary<string, PictureSize?> Files)
{
    public static SiteFiles None { get; } = new(new Dictionary<string, PictureSize?>());

    public bool Contains(string path) => Files.ContainsKey(path);

    public PictureSize? SizeOf(string path) => Files.GetValueOrDefault(path);
}
