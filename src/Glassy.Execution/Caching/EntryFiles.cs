using System.Globalization;
using System.Security.Cryptography;

namespace Glassy.Caching;

/// <summary>The list that every entry has of its files: by it an entry is known to be whole.</summary>
internal static class EntryFiles
{
    /// <summary>In the entry's folder; a line a file: SHA-256, length, path.</summary>
    public const string ListName = ".files";

    /// <summary>Writes the list of all that is in the folder.</summary>
    /// <returns>The files, relative to the folder, with <c>/</c>, in ordinal order.</returns>
    public static IReadOnlyList<string> Seal(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
        var list = files.Select(file => Path.Combine(folder, file))
            .Zip(files, (path, file) => string.Create(CultureInfo.InvariantCulture, $"{HashOf(path)} {new FileInfo(path).Length} {file}"));
        File.WriteAllBytes(Path.Combine(folder, ListName), SealedFile.Seal(string.Join('\n', list)));
        return files;
    }

    /// <summary>The files of an entry; null when it is not there, or one of them is missing or not as it was made.</summary>
    public static IReadOnlyList<string>? FindWhole(string folder)
    {
        if (SealedFile.Read(Path.Combine(folder, ListName)) is not { } list)
        {
            return null;
        }

        // sealed: each has three parts
        var files = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 3)).ToArray();
        var checks = Parallel.ForEach(files, (file, state) =>
        {
            if (!IsAsMade(Path.Combine(folder, file[2]), file[0], long.Parse(file[1], CultureInfo.InvariantCulture)))
            {
                state.Stop();
            }
        });
        return checks.IsCompleted ? [.. files.Select(file => file[2])] : null;
    }

    private static bool IsAsMade(string path, string hash, long length)
    {
        try
        {
            return new FileInfo(path).Length == length && HashOf(path) == hash;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
