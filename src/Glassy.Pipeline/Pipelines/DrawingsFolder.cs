using System.Security.Cryptography;
using System.Text;

namespace Glassy.Pipelines;

/// <summary>Where the author's own drawings are.</summary>
internal static class DrawingsFolder
{
    public const string Name = "data/test";

    public static string Of(BuildSettings build) => build.Project.Absolute(Name);

    /// <summary>SHA-256 (lower-case hex) over the names and bytes of its files; the same for a folder that is empty or missing.</summary>
    public static string HashOf(BuildSettings build)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var folder = Of(build);
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray() : [])
        {
            var content = File.ReadAllBytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
