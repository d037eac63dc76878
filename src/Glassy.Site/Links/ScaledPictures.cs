using System.Security.Cryptography;
using Glassy.Caching;
using Glassy.Imaging;

namespace Glassy.Links;

/// <summary>
/// The other widths of large pictures, by what is in the picture's file: made once, later builds take them from the cache.
/// </summary>
/// <param name="cache">Keeps them.</param>
internal sealed class ScaledPictures(StageCache cache)
{
    private const string Stage = "scaled";

    /// <summary>The widest that a picture is scaled to.</summary>
    public static int Widest => PictureScaler.Widths[^1];

    /// <summary>Whether a picture is wider than pages show it.</summary>
    public static bool AreFor(PictureSize size) => size.Width > PictureScaler.Widths[0];

    /// <summary>A picture's versions, ascending; null when they are still to be made.</summary>
    /// <param name="path">Absolute path of the picture.</param>
    public IReadOnlyList<ScaledFile>? Find(string path) => cache.Find(Stage, KeyOf(File.ReadAllBytes(path))) is { } entry
        ? [.. entry.Files.Select(name => ScaledFile.Of(entry.PathOf(name))).OrderBy(version => version.Width)]
        : null;

    /// <summary>Makes a picture's versions.</summary>
    /// <param name="path">Absolute path of the picture.</param>
    /// <param name="cancellationToken">Looked at before.</param>
    /// <returns>What is wrong with the file; null when nothing is.</returns>
    public async Task<string?> MakeAsync(string path, CancellationToken cancellationToken)
    {
        var file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            await cache
                .GetOrAddAsync(Stage, KeyOf(file), (folder, token) => WriteAsync(file, folder, token), cancellationToken)
                .ConfigureAwait(false);
            return null;
        }
        catch (InvalidDataException mistake)
        {
            return mistake.Message; // which page shows it, only the page knows
        }
    }

    private static async Task WriteAsync(byte[] file, string folder, CancellationToken cancellationToken)
    {
        foreach (var version in PictureScaler.Scale(file))
        {
            var name = FormattableString.Invariant($"{version.Width}{version.Extension}");
            await File.WriteAllBytesAsync(Path.Combine(folder, name), version.Content, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string KeyOf(byte[] file) => StageCache.KeyOf(
        Stage, PictureScaler.Recipe, new { Picture = Convert.ToHexStringLower(SHA256.HashData(file)), PictureScaler.Library });
}
