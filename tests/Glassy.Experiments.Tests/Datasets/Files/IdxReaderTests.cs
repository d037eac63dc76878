using CsCheck;
using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets.Files;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public void What_was_written_as_IDX_is_read_back_gzipped_or_not()
    {
        var pictures =
            from count in Gen.Int[1, 12]
            from height in Gen.Int[1, 9]
            from width in Gen.Int[1, 9]
            from data in Gen.Byte.Array[count * height * width]
            from gzip in Gen.Bool
            select (Array: new IdxArray([count, height, width], data), Gzip: gzip);

        pictures.Sample(
            sample =>
            {
                var bytes = IdxFixture.Bytes(sample.Array.Dimensions, sample.Array.Data);
                var path = _project.Write("pictures", sample.Gzip ? IdxFixture.Gzip(bytes) : bytes);
                var read = IdxReader.ReadImages(path, _project.Folder, Token);
                return read.Dimensions.SequenceEqual(sample.Array.Dimensions) && read.Data.AsSpan().SequenceEqual(sample.Array.Data);
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public void Labels_given_for_pictures_are_recognised_by_their_magic() =>
        Fails(IdxFixture.Labels(1, 2, 3), "data/x.gz: IDX magic 0x00000801, expected 0x00000803 (images); is this the labels file?");

    [Fact]
    public void Pictures_given_for_labels_are_recognised_by_their_magic()
    {
        var path = _project.Write("data/x", IdxFixture.Images(1, 2, 2));
        var exception = Assert.Throws<InvalidDataException>(() => IdxReader.ReadLabels(path, _project.Folder, Token));
        Assert.Equal("data/x: IDX magic 0x00000803, expected 0x00000801 (labels); is this the images file?", exception.Message);
    }

    [Fact]
    public void Another_file_has_a_bad_magic() =>
        Fails(
            [0x50, 0x4b, 3, 4, 0, 0, 0, 0], "data/x.gz: IDX magic 0x504b0304, expected 0x00000803 (images); is this an IDX file of bytes?");

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(15)]
    public void A_file_shorter_than_its_header_says_so(int length) =>
        Fails(IdxFixture.Images(1, 2, 2)[..length], $"data/x.gz: {length} bytes, shorter than an IDX header (16 bytes)");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_truncated_file_names_what_its_header_promised(bool gzip)
    {
        var bytes = IdxFixture.Images(1200, 5, 3)[..^1];
        Fails(gzip ? IdxFixture.Gzip(bytes) : bytes, "data/x.gz: truncated, its header says 1,200 pictures of 5×3; fetch the file again");
    }

    [Fact]
    public void A_header_that_promises_gigabytes_is_not_believed() =>
        Fails(
            IdxFixture.Bytes([60_000_000, 28, 1], [1, 2]),
            "data/x.gz: truncated, its header says 60,000,000 pictures of 28×1; fetch the file again");

    [Fact]
    public void A_header_beyond_any_array_is_refused() =>
        Fails(
            IdxFixture.Bytes([int.MaxValue, int.MaxValue, 9], []),
            "data/x.gz: its header says 2,147,483,647 pictures of 2147483647×9, more than the 2 GB that fit into memory at once");

    [Fact]
    public void A_file_that_goes_on_is_refused() =>
        Fails([.. IdxFixture.Images(2, 5, 3), 0], "data/x.gz: longer than its header says (2 pictures of 5×3)");

    [Fact]
    public void No_pictures_at_all_are_refused() =>
        Fails(IdxFixture.Images(0, 5, 3), "data/x.gz: its header says 0 pictures of 5×3, expected at least one, of at least 1×1");

    [Fact]
    public void A_gzip_that_is_cut_off_or_changed_is_told()
    {
        var noise = new byte[100 * 28 * 28];
        new Random(1).NextBytes(noise);
        var gzip = IdxFixture.Gzip(IdxFixture.Bytes([100, 28, 28], noise));
        const string Expected = "data/x.gz: corrupt or incomplete gzip; fetch the file again";
        Fails(gzip[..^(gzip.Length / 2)], Expected);
        Fails(gzip[..^3], Expected);

        var changed = gzip.ToArray();
        changed[gzip.Length / 2] ^= 0xff;
        changed[(gzip.Length / 2) + 1] ^= 0xff;
        Fails(changed, Expected);
    }

    [Fact]
    public void A_gzip_whose_checksum_differs_is_corrupt()
    {
        var gzip = IdxFixture.Gzip(IdxFixture.Images(100, 28, 28));
        gzip[^6] ^= 1; // CRC-32 of the content (RFC 1952)
        Fails(gzip, "data/x.gz: corrupt or incomplete gzip; fetch the file again");
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var path = _project.PathOf("data/none.gz");
        var exception = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path, _project.Folder, Token));
        Assert.Equal("data/none.gz: no such file", exception.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_was_read_is_let_go_of(bool gzip)
    {
        var bytes = IdxFixture.Images(2, 5, 5);
        var path = _project.Write("data/x", gzip ? IdxFixture.Gzip(bytes) : bytes);

        IdxReader.ReadImages(path, _project.Folder, Token);

        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(new FileInfo(path).Length, alone.Length);
    }

    [Fact]
    public void Cancelling_stops_the_reading()
    {
        var path = _project.Write("data/x", IdxFixture.Images(10, 5, 5));
        Assert.Throws<OperationCanceledException>(() => IdxReader.ReadImages(path, _project.Folder, new CancellationToken(canceled: true)));
    }

    private void Fails(byte[] content, string message)
    {
        var path = _project.Write("data/x.gz", content);
        var exception = Assert.Throws<InvalidDataException>(() => IdxReader.ReadImages(path, _project.Folder, Token));
        Assert.Equal(message, exception.Message);
    }
}
