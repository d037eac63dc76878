namespace Glassy.Tests;

/// <summary>
/// Writes JPEGs of blocks of one level each (ITU T.81), in the kinds that no encoder at hand writes: progressive, and of four inks.
/// </summary>
internal static class JpegFixture
{
    private const int Precision = 8; // of the table of quantisers: a difference of 8·levels is one of levels

    /// <param name="levels">For each component its blocks' levels, row by row.</param>
    /// <param name="across">Blocks in a row.</param>
    /// <param name="isProgressive">Whether it is a progressive one, whose only scan has the blocks' means.</param>
    public static byte[] Make(byte[][] levels, int across, bool isProgressive)
    {
        var (components, down) = (levels.Length, levels[0].Length / across);
        List<byte> file = [0xff, 0xd8];
        if (components == 4)
        {
            Segment(file, 0xee, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]); // no transform: the inks as they are, inverted
        }

        Segment(file, 0xdb, [0, .. Enumerable.Repeat((byte)Precision, 64)]);
        Segment(
            file,
            (byte)(isProgressive ? 0xc2 : 0xc0),
            [
                8, 0, (byte)(8 * down), 0, (byte)(8 * across), (byte)components,
                .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })
            ]);
        // twelve codes of 4 bits
        Segment(file, 0xc4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. Enumerable.Range(0, 12).Select(size => (byte)size)]);
        Segment(file, 0xc4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // one code: end of block
        Segment(
            file,
            0xda,
            [
                (byte)components, .. Enumerable.Range(1, components).SelectMany(id => new byte[] { (byte)id, 0 }), 0,
                (byte)(isProgressive ? 0 : 63), 0
            ]);
        file.AddRange(Scan(levels, isProgressive));
        return [.. file, 0xff, 0xd9];
    }

    private static void Segment(List<byte> file, byte marker, byte[] content)
    {
        file.AddRange([0xff, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        file.AddRange(content);
    }

    private static List<byte> Scan(byte[][] levels, bool isProgressive)
    {
        var bits = new List<bool>();
        var before = new int[levels.Length];
        for (var block = 0; block < levels[0].Length; block++)
        {
            for (var component = 0; component < levels.Length; component++)
            {
                var mean = levels[component][block] - 128;
                var difference = mean - before[component];
                before[component] = mean;
                var size = difference == 0 ? 0 : (int)Math.Log2(Math.Abs(difference)) + 1;
                Put(bits, size, 4);
                Put(bits, difference < 0 ? difference + (1 << size) - 1 : difference, size);
                Put(bits, 0, isProgressive ? 0 : 1);
            }
        }

        while (bits.Count % 8 != 0)
        {
            bits.Add(true);
        }

        var bytes = bits.Chunk(8).Select(chunk => (byte)chunk.Aggregate(0, (value, bit) => (value << 1) | (bit ? 1 : 0)));
        return [.. bytes.SelectMany(value => value == 0xff ? new byte[] { 0xff, 0 } : [value])];
    }

    private static void Put(List<bool> bits, int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            bits.Add(((value >> bit) & 1) != 0);
        }
    }
}
