using System.Buffers.Binary;
using System.IO.Compression;

namespace Glassy.Datasets.Files;

/// <summary>
/// What a gzip file unpacks to; its errors name the file, and one whose end is cut off is an error too, which the framework lets pass.
/// </summary>
/// <param name="file">The compressed file.</param>
/// <param name="gzip">Unpacks it.</param>
/// <param name="name">The path as messages show it.</param>
internal sealed class GzipFileStream(FileStream file, GZipStream gzip, string name) : Stream
{
    private long _unpacked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = gzip.Read(buffer);
            _unpacked += read;
            if (read == 0 && buffer.Length > 0)
            {
                CheckEnd();
            }

            return read;
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{name}: corrupt or incomplete gzip; fetch the file again", exception);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The last four bytes are the last member's unpacked size (RFC 1952), which cannot be more than all members'.</summary>
    private void CheckEnd()
    {
        Span<byte> size = stackalloc byte[4];
        file.Seek(-Math.Min(size.Length, file.Length), SeekOrigin.End);
        file.ReadAtLeast(size, size.Length, throwOnEndOfStream: false);
        if (BinaryPrimitives.ReadUInt32LittleEndian(size) > _unpacked)
        {
            throw new InvalidDataException("The gzip ends before its size.");
        }
    }
}
