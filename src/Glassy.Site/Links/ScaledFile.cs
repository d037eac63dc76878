using System.Globalization;

namespace Glassy.Links;

/// <summary>A version of a picture in the cache.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Width">In pixels.</param>
/// <param name="IsWebP">It is WebP, and not of the picture's own format.</param>
internal sealed record ScaledFile(string Path, int Width, bool IsWebP)
{
    /// <param name="path">Absolute path; the file's name is the width.</param>
    public static ScaledFile Of(string path) => new(
        path,
        int.Parse(System.IO.Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture),
        path.EndsWith(".webp", StringComparison.Ordinal));
}
