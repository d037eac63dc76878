using System.Security.Cryptography;
using System.Text.Json;
using Glassy.Execution;
using Glassy.Imaging;

namespace Glassy.Links;

/// <summary>The other widths of large pictures, by what is in the picture's file: made once, later builds take them from the cache.</summary>
/// <param name="cache">Keeps them.</param>
internal sealed class ScaledPictures(StageCache cache)
{
    private const string Stage = "scaled";
    private const string ListFile = "scaled.json";

    /// <summary>The widest that a picture is scaled to.</summary>
    public static int Widest => PictureScaler.Widths[^1];

    /// <summary>Whether a picture is wider than pages show it.</summary>
    public static bool AreFor(PictureSize size) => size.Width > PictureScaler.Widths[0];

    /// <summary>A picture's versions, ascending; null when they are still to be made.</summary>
    /// <param name="path">Absolute path of the picture.</param>
    public IReadOnlyList<ScaledFile>? Find(string path)
    {
        var key = KeyOf(File.ReadAllBytes(path));
        if (cache.Find(Stage, key) is not { } folder)
        {
            return null;
        }

        var list = new FileInfo(Path.Combine(folder, ListFile));
        List<ScaledFile> versions = list.Exists
            ? [.. UserData.Read(() => CacheJson.Read<List<string>>(list.FullName)).Select(name => ScaledFile.Of(Path.Combine(folder, name)))]
            : [];
        if (list.Exists && versions.TrueForAll(version => new FileInfo(version.Path) is { Exists: true, Length: > 0 }))
        {
            return versions;
        }

        Directory.Delete(folder, recursive: true); // somebody has tidied up in the cache
        return null;
    }

    /// <summary>Makes a picture's versions.</summary>
    /// <param name="path">Absolute path of the picture.</param>
    /// <param name="cancellationToken">Looked at before.</param>
    /// <returns>What is wrong with the file; null when nothing is.</returns>
    public async Task<string?> MakeAsync(string path, CancellationToken cancellationToken)
    {
        var file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        try
        {
            await cache.GetOrAddAsync(Stage, KeyOf(file), (folder, token) => WriteAsync(file, folder, token), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (InvalidDataException mistake)
        {
            return mistake.Message; // which page shows it, only the page knows
        }
    }

    private static async Task WriteAsync(byte[] file, string folder, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var version in PictureScaler.Scale(file).OrderBy(version => version.Width))
        {
            var name = FormattableString.Invariant($"{version.Width}{version.Extension}");
            names.Add(name);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), version.Content, cancellationToken).ConfigureAwait(false);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, ListFile), JsonSerializer.SerializeToUtf8Bytes(names, CacheJson.Options), cancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(byte[] file) => StageCache.KeyOf(
        Stage, PictureScaler.Recipe, new { Picture = Convert.ToHexStringLower(SHA256.HashData(file)), PictureScaler.Library });
}
