using System.IO.Compression;
using System.IO.Hashing;

namespace Glassy.Datasets.Files;

/// <summary>NumPy's archive of arrays: a zip of <c>.npy</c> files (<c>numpy.savez</c>, with compression or without).</summary>
public sealed class NpzArchive : IDisposable
{
    private const string Ending = ".npy";

    private readonly string _name;
    private readonly ZipArchive _zip;

    /// <param name="path">Absolute path.</param>
    /// <param name="name">The path as messages show it.</param>
    /// <exception cref="InvalidDataException">The file is not there, or is no whole zip.</exception>
    public NpzArchive(string path, string name)
    {
        _name = name;
        var file = DataFile.OpenRead(path, name);
        try
        {
            _zip = new ZipArchive(file, ZipArchiveMode.Read);
            Names = [.. _zip.Entries
                .Where(entry => entry.FullName.EndsWith(Ending, StringComparison.Ordinal))
                .Select(entry => entry.FullName[..^Ending.Length])];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            file.Dispose();
            throw Corrupt(exception);
        }
    }

    /// <summary>What its arrays are called, in the archive's order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="array">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidDataException">It is damaged, says more bytes than it can hold, or is no array of numbers or
    /// texts.</exception>
    public NpyArray Read(string array)
    {
        var entry = _zip.GetEntry(array + Ending) ?? throw new InvalidDataException($"{_name}: no {array} in it");
        if (entry.Length > Math.Max(1, entry.CompressedLength) * (long)DataFile.MaximumGzipRatio)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{_name}: {array} says {entry.Length:N0} bytes of which {entry.CompressedLength:N0} are there, more than a zip can pack; fetch the archive again"));
        }

        try
        {
            using var content = new CheckedStream(entry.Open());
            NpyArray read;
            try
            {
                read = NpyReader.Read(content, entry.Length, $"{_name}: {array}");
            }
            catch (InvalidDataException) when (content.IsNot(entry.Crc32))
            {
                throw Corrupt(null); // the array is no other than it was: it was damaged on its way
            }

            return content.Checksum == entry.Crc32 && content.ReadByte() < 0 ? read : throw Corrupt(null);
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException or NotSupportedException
            || (exception is InvalidDataException && !exception.Message.StartsWith(_name, StringComparison.Ordinal)))
        {
            throw Corrupt(exception);
        }
    }

    public void Dispose() => _zip.Dispose();

    private InvalidDataException Corrupt(Exception? exception) =>
        new($"{_name}: corrupt or incomplete zip; fetch the archive again", exception);

    /// <summary>Sums up what is read: the framework checks no entry.</summary>
    private sealed class CheckedStream(Stream inner) : Stream
    {
        private readonly Crc32 _crc = new();

        public uint Checksum => _crc.GetCurrentHashAsUInt32();

        /// <summary>Reads what is left, if that is not long, and compares.</summary>
        public bool IsNot(uint checksum)
        {
            var buffer = new byte[1 << 20];
            for (var i = 0; i < 64 && Read(buffer) > 0; i++)
            {
            }

            return Checksum != checksum;
        }

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
            var read = inner.Read(buffer);
            _crc.Append(buffer[..read]);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
