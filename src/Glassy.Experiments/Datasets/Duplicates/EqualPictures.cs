using System.IO.Hashing;
using Glassy.Imaging;

namespace Glassy.Datasets.Duplicates;

/// <summary>Pictures in groups of equal ones, level by level.</summary>
/// <param name="GroupOf">[pictures] the group that each is in.</param>
/// <param name="First">[groups] the first picture of each, ascending.</param>
/// <param name="Counts">[groups][splits] how many each split has.</param>
internal sealed record EqualPictures(int[] GroupOf, IReadOnlyList<int> First, IReadOnlyList<int[]> Counts)
{
    public static EqualPictures Find(DatasetPictures pictures, CancellationToken cancellationToken)
    {
        var hashes = new UInt128[pictures.Count];
        Parallelism.For(pictures.Count, i => hashes[i] = XxHash128.HashToUInt128(pictures.Image(i)), cancellationToken);
        var (groups, first, counts) = (new int[pictures.Count], new List<int>(), new List<int[]>());
        var byHash = new Dictionary<UInt128, int>();
        for (var i = 0; i < pictures.Count; i++)
        {
            var key = hashes[i];
            while (byHash.TryGetValue(key, out groups[i]) && !pictures.Image(i).SequenceEqual(pictures.Image(first[groups[i]])))
            {
                key++; // two pictures with one hash: nobody has seen that yet, but files may be made so
            }

            if (byHash.TryAdd(key, first.Count))
            {
                groups[i] = first.Count;
                first.Add(i);
                counts.Add(new int[pictures.Splits.Count]);
            }

            counts[groups[i]][pictures.SplitOf(i)]++;
        }

        return new EqualPictures(groups, first, counts);
    }

    /// <summary>Whether a split has an equal picture, another than the one itself.</summary>
    /// <param name="picture">Which picture.</param>
    /// <param name="ownSplit">The number of its split.</param>
    /// <param name="split">The number of the split that is asked.</param>
    public bool IsIn(int picture, int ownSplit, int split) => Counts[GroupOf[picture]][split] > (split == ownSplit ? 1 : 0);
}
