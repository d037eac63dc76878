namespace Glassy.Comparison;

/// <summary>A generator of 64 random bits whose whole sequence its seed decides, on every machine and in every version of .NET.</summary>
/// <remarks>
/// Source: G. L. Steele, D. Lea and C. H. Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA; constants as in S. Vigna's
/// public-domain splitmix64.c. Its period is 2⁶⁴.
/// </remarks>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>In 0..1, less than 1: 53 random bits.</summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A whole number in 0..<paramref name="bound"/>−1: the upper half of bits × bound, which favours none by more than bound / 2⁶⁴.
    /// </summary>
    /// <remarks>Source: D. Lemire 2019, "Fast random integer generation in an interval", ACM TOMACS 29, without its rejection.</remarks>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
