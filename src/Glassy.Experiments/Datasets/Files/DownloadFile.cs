namespace Glassy.Datasets.Files;

/// <summary>A file to fetch.</summary>
/// <param name="Name">Its name on every mirror and on disk.</param>
/// <param name="Sha256">Of the uncompressed bytes (a gzip is unpacked for it), lower-case hex.</param>
public sealed record DownloadFile(string Name, string Sha256);
