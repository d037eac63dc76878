using CsCheck;
using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets.Files;

public sealed class PickleReaderTests
{
    [Fact]
    public void Data_is_read()
    {
        var read = Assert.IsType<Dictionary<string, object?>>(PickleReader.Read(
            PickleFixture.Dictionary(
                ("labels", PickleFixture.Numbers(3, 255, 256, -1)),
                ("names", PickleFixture.Texts("cat", "dog")),
                ("data", PickleFixture.Array([1, 2, 3, 4, 5, 6], 2, 3))),
            "batch"));

        Assert.Equal([3L, 255L, 256L, -1L], Assert.IsType<List<object?>>(read["labels"]));
        Assert.Equal(["cat"u8.ToArray(), "dog"u8.ToArray()], Assert.IsType<List<object?>>(read["names"]));
        var data = Assert.IsType<NpyArray>(read["data"]);
        Assert.Equal("|u1 of (2, 3)", data.Description);
        Assert.Equal([1, 2, 3, 4, 5, 6], data.Data);
    }

    /// <summary>
    /// What <c>pickle.dumps({'a': [1, 2.5, True, None, 'é', b'x', (1, 2)], 'b': 1 &lt;&lt; 40}, protocol)</c> gives, from CPython 3.
    /// </summary>
    [Theory]
    [InlineData(
        "80027d71002858010000006171015d7102284b01474004000000000000884e5802000000c3a97103635f636f646563730a656e636f64650a7104580100000078710558060000006c6174696e3171068671075271084b014b0286710965580100000062710a8a06000000000001752e")]
    [InlineData(
        "80049535000000000000007d94288c0161945d94284b01474004000000000000884e8c02c3a994430178944b014b028694658c0162948a06000000000001752e")]
    public void Pickles_of_every_protocol_are_data(string hex)
    {
        var read = Assert.IsType<Dictionary<string, object?>>(PickleReader.Read(Convert.FromHexString(hex), "p"));

        var list = Assert.IsType<List<object?>>(read["a"]);
        Assert.Equal([1L, 2.5, true, null, "é"], list[..5]);
        Assert.Equal("x"u8.ToArray(), list[5]);
        Assert.Equal(new List<object?> { 1L, 2L }, list[6]);
        Assert.Equal(1L << 40, read["b"]);
    }

    [Theory]
    [InlineData("cos\nsystem\n(S'touch /tmp/glassy-was-here'\ntR.", "asks for os.system")]
    [InlineData("cbuiltins\neval\n(X\u0001\u0000\u0000\u0000xtR.", "asks for builtins.eval")]
    [InlineData("c__main__\nX\n)\u0081.", "asks for __main__.X")]
    [InlineData("cnumpy\nload\n.", "asks for numpy.load")]
    [InlineData("(i__main__\nX\n.", "the instruction 0x69")]
    [InlineData("(o.", "the instruction 0x6f")]
    public void Nothing_is_run(string pickle, string why)
    {
        var exception = Assert.Throws<InvalidDataException>(
            () => PickleReader.Read(System.Text.Encoding.Latin1.GetBytes(pickle), "bad.pkl"));
        Assert.StartsWith("bad.pkl: a pickle ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/glassy-was-here"));
    }

    [Theory]
    [InlineData("T\u00ff\u00ff\u00ff\u007f.")]
    [InlineData("\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff.")]
    [InlineData("X\u00ff\u00ff\u00ff\u00ff.")]
    public void A_length_beyond_the_file_takes_no_memory(string pickle)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<InvalidDataException>(
            () => PickleReader.Read(System.Text.Encoding.Latin1.GetBytes(pickle), "bad.pkl"));
        Assert.Equal("bad.pkl: a pickle that is cut off; fetch the file again", exception.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_damaged_pickle_is_data_or_one_sentence()
    {
        var good = PickleFixture.Dictionary(
            ("labels", PickleFixture.Numbers(3, 1, 2)), ("data", PickleFixture.Array([1, 2, 3, 4, 5, 6], 2, 3)));
        Gen.Select(Gen.Int[0, good.Length], Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[0, 5]).Sample((length, changes) =>
        {
            var damaged = good.ToArray();
            foreach (var (at, value) in changes)
            {
                damaged[at] = value;
            }

            try
            {
                PickleReader.Read(damaged[..length], "p");
            }
            catch (InvalidDataException exception)
            {
                Assert.Matches("^p: [^\n]+$", exception.Message);
            }
        }, iter: 20_000, threads: 1);
    }
}
