namespace Glassy.Datasets.Files;

/// <summary>The pictures in a folder.</summary>
internal static class PictureFiles
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>
    /// Absolute paths of its PNG and JPEG files, by name in ordinal order with numbers as numbers; other and hidden files are left aside.
    /// </summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder)
            .Where(path =>
                Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.'))
            .OrderBy(path => Path.GetFileName(path), NaturalOrder.Instance)];
}
