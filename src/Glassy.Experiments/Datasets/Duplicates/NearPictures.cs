using Glassy.Imaging;

namespace Glassy.Datasets.Duplicates;

/// <summary>Pictures that are nearly alike: close by their perceptual hashes, and then compared level by level.</summary>
internal sealed class NearPictures
{
    /// <summary>How much is done for one picture, so that a dataset of pictures that are all alike takes no longer than its size.</summary>
    private const int MostHashesCompared = 100_000;
    private const int MostBytesCompared = 4 << 20;
    private const int MostFound = 20;

    private readonly DatasetPictures _pictures;
    private readonly EqualPictures _equal;
    private readonly int[] _candidates;
    private readonly int[] _splitsNear;
    private readonly LevelStatistics[] _levels;
    private readonly PriorityQueue<PicturePair, (double Correlation, int First, int Second)> _alike = new(LeastAlikeFirst);
    private readonly Lock _gate = new();
    private volatile bool _isComplete = true;

    private NearPictures(DatasetPictures pictures, EqualPictures equal, CancellationToken cancellationToken)
    {
        (_pictures, _equal) = (pictures, equal);
        _splitsNear = new int[equal.First.Count];
        _levels = new LevelStatistics[equal.First.Count];
        Parallelism.For(
            _levels.Length, group => _levels[group] = LevelStatistics.Of(pictures.Image(equal.First[group])), cancellationToken);
        // one level alone looks like nothing
        _candidates = [.. Enumerable.Range(0, _levels.Length).Where(group => _levels[group].Spread > 0)];
    }

    private static Comparer<(double Correlation, int First, int Second)> LeastAlikeFirst { get; } =
        Comparer<(double Correlation, int First, int Second)>.Create((a, b) => a.Correlation != b.Correlation
            ? a.Correlation.CompareTo(b.Correlation)
            : (b.First, b.Second).CompareTo((a.First, a.Second)));

    /// <summary>Whether every pair that looks alike was compared.</summary>
    public bool IsComplete => _isComplete;

    /// <summary>The most alike first, of equally alike ones the first in the dataset.</summary>
    public IReadOnlyList<PicturePair> MostAlike =>
        [.. _alike.UnorderedItems.OrderByDescending(item => item.Priority, LeastAlikeFirst).Select(item => item.Element)];

    /// <summary>Null when the pictures are too small.</summary>
    public static NearPictures? Find(DatasetPictures pictures, EqualPictures equal, CancellationToken cancellationToken)
    {
        var shape = pictures.Splits[0].Images.Shape;
        if (Math.Min(shape.Width, shape.Height) < PictureHash.LeastSide)
        {
            return null;
        }

        var near = new NearPictures(pictures, equal, cancellationToken);
        near.Search(new PictureHash(shape), cancellationToken);
        return near;
    }

    /// <summary>Whether a split has a picture that is nearly this one.</summary>
    public bool IsIn(int picture, int split) => (_splitsNear[_equal.GroupOf[picture]] & (1 << split)) != 0;

    private void Search(PictureHash hash, CancellationToken cancellationToken)
    {
        var hashes = new ulong[_candidates.Length];
        Parallelism.For(hashes.Length, i => hashes[i] = hash.Of(_pictures.Image(_equal.First[_candidates[i]])), cancellationToken);
        var index = new HashIndex(hashes);
        Parallelism.For(hashes.Length, i => SearchBefore(index, i), cancellationToken);
    }

    private void SearchBefore(HashIndex index, int candidate)
    {
        var (group, bytes, found) = (_candidates[candidate], 0L, 0);
        var isWhole = index.FindBefore(candidate, DuplicateReport.NearBits, MostHashesCompared, other =>
        {
            bytes += _pictures.Image(_equal.First[group]).Length;
            found += Compare(_candidates[other], group) ? 1 : 0;
            return bytes < MostBytesCompared && found < MostFound;
        });
        if (!isWhole)
        {
            _isComplete = false;
        }
    }

    /// <summary>Notes two pictures if they are nearly alike.</summary>
    private bool Compare(int group, int other)
    {
        var (first, second) = (_equal.First[group], _equal.First[other]);
        var correlation = _levels[group].CorrelationWith(
            _levels[other], NearestNeighbors.SquaredDistance(_pictures.Image(first), _pictures.Image(second)));
        if (correlation < DuplicateReport.NearCorrelation)
        {
            return false;
        }

        Interlocked.Or(ref _splitsNear[group], SplitsOf(other));
        Interlocked.Or(ref _splitsNear[other], SplitsOf(group));
        lock (_gate)
        {
            _alike.Enqueue(new PicturePair(_pictures.PlaceOf(first), _pictures.PlaceOf(second), correlation), (correlation, first, second));
            if (_alike.Count > DuplicateReport.MostListed)
            {
                _alike.Dequeue();
            }
        }

        return true;
    }

    private int SplitsOf(int group) => _equal.Counts[group].Select((count, split) => count > 0 ? 1 << split : 0).Sum();
}
