using Glassy.Diagnostics;

namespace Glassy.Links;

/// <summary>Every file of the site that is not a page: the author's, the theme's and what the run makes.</summary>
/// <param name="Files">By path from the site's root without leading <c>/</c>; a size for pictures whose size is known.</param>
public sealed record SiteFiles(IReadOnlyDictionary<string, PictureSize?> Files) : IFilePublisher
{
    public static SiteFiles None { get; } = new(new Dictionary<string, PictureSize?>());

    public bool Contains(string path) => Files.ContainsKey(path);

    /// <inheritdoc/>
    /// <remarks>Where it lies.</remarks>
    public SitePicture Show(string file) => new(file, Files.GetValueOrDefault(file));

    /// <inheritdoc/>
    /// <remarks>Where it lies.</remarks>
    public string Link(string file) => file;

    /// <summary>
    /// The file that a path was meant to name: the nearest of those with its name or in its folder (of all, when there are
    /// none), else the only one with its name; null when there is none of these.
    /// </summary>
    /// <param name="path">From the site's root without leading <c>/</c>.</param>
    public string? Nearest(string path)
    {
        var named = Files.Keys.Where(file => IsSame(NameOf(file), NameOf(path))).ToList();
        var near = named.Concat(Files.Keys.Where(file => IsSame(FolderOf(file), FolderOf(path)))).ToList();
        return Spelling.Nearest(path, (near.Count > 0 ? near : Files.Keys).Order(StringComparer.Ordinal))
            ?? (named.Count == 1 ? named[0] : null);
    }

    private static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> NameOf(string path) => path.AsSpan(path.LastIndexOf('/') + 1);

    private static ReadOnlySpan<char> FolderOf(string path) => path.AsSpan(0, path.LastIndexOf('/') + 1);
}
