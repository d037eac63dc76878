namespace Glassy.Cards;

/// <summary>The checksum of a zlib stream (RFC 1950, 9), of parts too.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Length">Bytes that it is of.</param>
internal readonly record struct Adler32(uint Value, long Length)
{
    private const uint Base = 65521;

    /// <summary>Bytes until the sums would no longer fit into 32 bits (zlib's NMAX).</summary>
    private const int Most = 5552;

    public static Adler32 Of(ReadOnlySpan<byte> data)
    {
        var (a, b) = (1u, 0u);
        for (var rest = data; rest.Length > 0; rest = rest[Math.Min(Most, rest.Length)..])
        {
            for (var part = rest[..Math.Min(Most, rest.Length)]; part.Length > 0; part = part[1..])
            {
                var zeros = part.IndexOfAnyExcept((byte)0) is >= 0 and var found ? found : part.Length;
                b += (uint)zeros * a; // most of a flat picture is zeros, and these change but one of the sums
                part = part[zeros..];
                if (part.Length == 0)
                {
                    break;
                }

                a += part[0];
                b += a;
            }

            (a, b) = (a % Base, b % Base);
        }

        return new Adler32((b << 16) | a, data.Length);
    }

    /// <summary>The checksum of this part and the next together.</summary>
    public Adler32 Then(Adler32 next)
    {
        var (a, b) = (Value & 0xffff, Value >> 16);
        var (nextA, nextB) = (next.Value & 0xffff, next.Value >> 16);
        var sumA = (a + nextA + Base - 1) % Base;
        var sumB = (b + nextB + ((ulong)(next.Length % Base) * (a + Base - 1))) % Base;
        return new Adler32(((uint)sumB << 16) | sumA, Length + next.Length);
    }
}
