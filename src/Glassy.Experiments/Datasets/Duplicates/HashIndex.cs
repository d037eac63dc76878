using System.Numerics;

namespace Glassy.Datasets.Duplicates;

/// <summary>
/// Finds hashes that differ in few bits without comparing each with each: two that differ in at most seven agree, but for one bit, in one
/// of their four quarters. Source: Norouzi, Punjani and Fleet 2012, "Fast search in Hamming space with multi-index hashing", CVPR.
/// </summary>
public sealed class HashIndex
{
    /// <summary>The most bits in which hashes may differ that are found.</summary>
    public const int MostBits = (Quarters * 2) - 1;

    private const int Quarters = 4;
    private const int Values = 1 << 16;

    private static readonly int[] Probes = [0, .. Enumerable.Range(0, 16).Select(bit => 1 << bit)];

    private readonly ulong[] _hashes;
    private readonly int[][] _starts = new int[Quarters][];
    private readonly int[][] _places = new int[Quarters][];

    /// <param name="hashes">[N]; kept, not copied.</param>
    public HashIndex(ulong[] hashes)
    {
        _hashes = hashes;
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            (_starts[quarter], _places[quarter]) = Sort(quarter);
        }
    }

    /// <summary>Calls <paramref name="found"/> for each hash before a place that differs from the one there in few bits, once.</summary>
    /// <param name="place">Which hash is looked for.</param>
    /// <param name="bits">In how many bits another may differ, 0 to <see cref="MostBits"/>.</param>
    /// <param name="most">After so many comparisons the search ends.</param>
    /// <param name="found">Is given the other's place, in no order that has a meaning, but the same every time; says whether to go
    /// on.</param>
    /// <returns>Whether everything was compared.</returns>
    public bool FindBefore(int place, int bits, int most, Func<int, bool> found)
    {
        var (hash, compared) = (_hashes[place], 0);
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            foreach (var probe in Probes)
            {
                var value = QuarterOf(hash, quarter) ^ probe;
                for (var i = _starts[quarter][value]; i < _starts[quarter][value + 1] && _places[quarter][i] < place; i++)
                {
                    if (compared++ == most)
                    {
                        return false;
                    }

                    var difference = hash ^ _hashes[_places[quarter][i]];
                    if (BitOperations.PopCount(difference) <= bits && !IsFoundBefore(difference, quarter) && !found(_places[quarter][i]))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>Whether an earlier quarter has led to the same hash.</summary>
    private static bool IsFoundBefore(ulong difference, int quarter)
    {
        for (var earlier = 0; earlier < quarter; earlier++)
        {
            if (BitOperations.PopCount((uint)QuarterOf(difference, earlier)) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    private static int QuarterOf(ulong hash, int quarter) => (int)(hash >> (16 * quarter)) & (Values - 1);

    /// <summary>Places by the value of a quarter, ascending among equal ones, and where each value's begin.</summary>
    private (int[] Starts, int[] Places) Sort(int quarter)
    {
        var starts = new int[Values + 1];
        foreach (var hash in _hashes)
        {
            starts[QuarterOf(hash, quarter) + 1]++;
        }

        for (var value = 0; value < Values; value++)
        {
            starts[value + 1] += starts[value];
        }

        var (next, places) = ((int[])starts.Clone(), new int[_hashes.Length]);
        for (var place = 0; place < _hashes.Length; place++)
        {
            places[next[QuarterOf(_hashes[place], quarter)]++] = place;
        }

        return (starts, places);
    }
}
