using Glassy.Datasets.Files;
using Glassy.Imaging;

namespace Glassy.Datasets.Folders;

/// <summary>A file somewhere in a folder.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Key">Its path in the folder that was walked, with <c>/</c>.</param>
internal sealed record FoundFile(string Path, string Key)
{
    private static readonly HashSet<string> PictureExtensions = new(
        [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".pgm", ".ppm", ".pbm", ".pnm"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The folders that it is in, from the walked one on.</summary>
    public IReadOnlyList<string> Folders => Key.Split('/')[..^1];

    /// <summary>The file's name ends as a picture's does.</summary>
    private bool IsNamedAsPicture => PictureExtensions.Contains(System.IO.Path.GetExtension(Path));

    /// <summary>Whether it is to be read as a picture: it is one, or says so.</summary>
    /// <param name="kind">What it is called when it is left out: an extension, or a format that is not read.</param>
    /// <param name="why">Why it is left out.</param>
    /// <param name="shown">What messages call it.</param>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public bool IsPicture(string shown, out string kind, out LeftOutReason why)
    {
        var format = PictureFormat.Of(DataFile.ReadHead(Path, shown, PictureFormat.HeadBytes));
        var extension = System.IO.Path.GetExtension(Path);
        (kind, why) = format is { IsReadable: false }
            ? (format.Name, LeftOutReason.NotRead)
            : (extension.Length > 0 ? extension : "without extension", LeftOutReason.NoPicture);
        return format is { IsReadable: true } || (format is null && IsNamedAsPicture);
    }
}
