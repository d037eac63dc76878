namespace Glassy.Doubts;

/// <summary>The pictures that are confidently of a class, by their labels.</summary>
/// <param name="labels">[N] classes given by the dataset.</param>
/// <param name="confidently">[N] classes that the pictures are confidently of; −1 where they are of none.</param>
/// <param name="classes">How many there are.</param>
internal sealed class ConfidentCounts(int[] labels, int[] confidently, int classes)
{
    private readonly int[] _all = new int[classes];
    private readonly int[] _same = new int[classes];
    private readonly int[] _other = new int[classes];

    /// <summary>
    /// The estimated number of wrong labels: of each class as large a share of all its pictures as of those that are confidently of
    /// a class (the paper's calibrated joint, its rows summed off the diagonal).
    /// </summary>
    /// <param name="countOf">How often a picture counts, by its place.</param>
    public double WrongOf(Func<int, int> countOf)
    {
        Array.Clear(_all);
        Array.Clear(_same);
        Array.Clear(_other);
        for (var i = 0; i < labels.Length; i++)
        {
            var (label, count) = (labels[i], countOf(i));
            _all[label] += count;
            _same[label] += confidently[i] == label ? count : 0;
            _other[label] += confidently[i] >= 0 && confidently[i] != label ? count : 0;
        }

        var wrong = 0.0;
        for (var label = 0; label < classes; label++)
        {
            wrong += _other[label] == 0 ? 0 : (double)_all[label] * _other[label] / (_same[label] + _other[label]);
        }

        return wrong;
    }
}
