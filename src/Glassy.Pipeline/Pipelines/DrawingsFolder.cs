using System.Security.Cryptography;
using System.Text;
using Glassy.Datasets.Files;

namespace Glassy.Pipelines;

/// <summary>Where the author's own drawings are.</summary>
internal static class DrawingsFolder
{
    public const string Name = "data/test";

    public static string Of(BuildSettings build) => build.Project.Absolute(Name);

    /// <summary>Absolute paths of its pictures, of these classes or not, in file name order; none when it is missing.</summary>
    public static IReadOnlyList<string> FilesOf(BuildSettings build) => Directory.Exists(Of(build)) ? PictureFiles.In(Of(build)) : [];

    /// <summary>
    /// SHA-256 (lower-case hex) over the names and bytes of its pictures; the same for a folder that has none or is missing.
    /// </summary>
    public static string HashOf(BuildSettings build) => HashOf(FilesOf(build));

    /// <summary>The same over the drawings of these names that are there.</summary>
    public static string HashOfFiles(BuildSettings build, IEnumerable<string> names) =>
        HashOf(names.Select(name => Path.Combine(Of(build), name)).Where(File.Exists));

    private static string HashOf(IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            var content = File.ReadAllBytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
