using System.Numerics;
using Glassy.Datasets.Duplicates;

namespace Glassy.Tests.Datasets.Duplicates;

public sealed class HashIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(HashIndex.MostBits)]
    public void It_finds_what_comparing_each_with_each_finds_and_each_once(int bits)
    {
        var random = new Random(1);
        var hashes = Enumerable.Range(0, 400).Select(i => Enumerable.Range(0, i % 12).Aggregate(
            i % 3 == 0 ? 0UL : 0xF0F0_1234_5678_9ABCUL, (hash, _) => hash ^ (1UL << random.Next(64)))).ToArray();
        var index = new HashIndex(hashes);

        for (var place = 0; place < hashes.Length; place++)
        {
            var found = new List<int>();
            var isWhole = index.FindBefore(place, bits, int.MaxValue, other =>
            {
                found.Add(other);
                return true;
            });

            Assert.True(isWhole);
            Assert.Equal(
                Enumerable.Range(0, place).Where(other => BitOperations.PopCount(hashes[place] ^ hashes[other]) <= bits), found.Order());
        }
    }

    [Fact]
    public void It_ends_after_so_many_comparisons_or_when_enough_is_found_and_says_so()
    {
        var (found, wanted) = (0, 0);

        Assert.False(new HashIndex(new ulong[100]).FindBefore(99, 0, 10, _ => ++found > 0));
        Assert.False(new HashIndex(new ulong[100]).FindBefore(99, 0, 1000, _ => ++wanted < 3));

        Assert.Equal((10, 3), (found, wanted));
    }
}
