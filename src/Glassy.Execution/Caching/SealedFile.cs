using System.Security.Cryptography;
using System.Text;

namespace Glassy.Caching;

/// <summary>A small text that is whole or counts as not there: the file's first line is the SHA-256 of the rest.</summary>
public static class SealedFile
{
    private const int HashLength = 64;

    /// <summary>The file's bytes, UTF-8.</summary>
    public static byte[] Seal(string text) => Encoding.UTF8.GetBytes($"{HashOf(text)}\n{text}");

    /// <summary>The text; null when the file is missing, damaged or cannot be read.</summary>
    /// <param name="path">Absolute path.</param>
    public static string? Read(string path)
    {
        try
        {
            var content = File.Exists(path) ? File.ReadAllText(path) : "";
            return content.Length > HashLength
                && content[(HashLength + 1)..] is var text
                && content.StartsWith($"{HashOf(text)}\n", StringComparison.Ordinal)
                ? text
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Puts a text in the place of another: nobody reads half of it.</summary>
    /// <param name="path">Absolute path; its folder is made when it is not there.</param>
    /// <param name="text">What <see cref="Read"/> returns from now on.</param>
    public static void Write(string path, string text)
    {
        using var unfinished = UnfinishedFolder.Beside(path);
        File.WriteAllBytes(Path.Combine(unfinished.Path, Path.GetFileName(path)), Seal(text));
        unfinished.MoveFilesTo(Path.GetDirectoryName(path)!); // an absolute path of a file has a folder
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
