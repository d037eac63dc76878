using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets.Files;

public sealed class NpyReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("934e554d505901")]
    [InlineData("934e554d50590100010020")]
    [InlineData("504b03040100760000000000000000")]
    public void Other_bytes_and_a_beginning_alone_are_no_array(string hex)
    {
        var exception = Assert.Throws<InvalidDataException>(() => NpyReader.Read(Convert.FromHexString(hex), "x.npy"));
        Assert.Equal("x.npy: not a NumPy array, expected one saved by numpy.save", exception.Message);
    }
}
