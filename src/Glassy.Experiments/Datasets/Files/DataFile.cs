using System.IO.Compression;
using System.Security.Cryptography;

namespace Glassy.Datasets.Files;

/// <summary>Reading files of a dataset, gzipped or not; what goes wrong becomes one line that names the file.</summary>
public static class DataFile
{
    /// <summary>Deflate cannot shrink further (zlib's documentation), so a header that promises more is wrong.</summary>
    public const int MaximumGzipRatio = 1032;

    /// <summary>Hands the file's uncompressed bytes to a reader.</summary>
    /// <param name="path">The file; gzip is told by its first two bytes, not by its name.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <param name="read">Gets the bytes as a stream, and at most how many bytes it can hold.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, or its gzip is corrupt or cut off.</exception>
    public static T Read<T>(string path, string name, Func<Stream, long, T> read)
    {
        using var file = OpenRead(path, name);
        if (!IsGzip(file))
        {
            return read(file, file.Length);
        }

        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var named = new GzipFileStream(file, gzip, name);
        return read(named, checked(file.Length * MaximumGzipRatio));
    }

    /// <summary>SHA-256 of the uncompressed bytes, lower-case hex.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or its gzip is corrupt or cut off.</exception>
    public static string Sha256(string path, string name) =>
        Read(path, name, (stream, _) => Convert.ToHexStringLower(SHA256.HashData(stream)));

    /// <summary>All bytes of a small file as they are.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static byte[] ReadAllBytes(string path, string name)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(name, exception);
        }
    }

    /// <summary>A file's first bytes as they are, or all when it has fewer.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static byte[] ReadHead(string path, string name, int count)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var head = new byte[(int)Math.Min(count, RandomAccess.GetLength(file))];
            return head[..RandomAccess.Read(file, head, 0)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CannotRead(name, exception);
        }
    }

    /// <summary>The file as it is.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static FileStream OpenRead(string path, string name)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(name, exception);
        }
    }

    private static InvalidDataException CannotRead(string name, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new($"{name}: no such file", exception),
        UnauthorizedAccessException => new($"{name}: may not be read; check its permissions", exception),
        _ => new($"{name}: cannot be read ({exception.GetType().Name})", exception),
    };

    private static bool IsGzip(FileStream file)
    {
        var isGzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return isGzip;
    }
}
