namespace Glassy.Publishing;

/// <summary>What <see cref="PackedPredictions"/> holds, read again.</summary>
/// <param name="Classes">How many there are.</param>
/// <param name="Labels">[N] class indices.</param>
/// <param name="Answers">[N] class indices.</param>
/// <param name="Scores">What is known of probabilities; null of answers alone.</param>
public sealed record UnpackedPredictions(int Classes, int[] Labels, int[] Answers, UnpackedScores? Scores)
{
    /// <summary>How many pictures there are (N).</summary>
    public int Count => Labels.Length;

    /// <summary>
    /// The order in which a gallery shows the pictures and has them in its strips: the highest loss first, of answers alone those misread
    /// first, among equals in test order. Pages come to the same order by the same numbers.
    /// </summary>
    public int[] GalleryOrder() =>
    [
        .. Enumerable.Range(0, Count)
            .OrderByDescending(i => Scores is { } scores ? scores.Losses[i] : Labels[i] == Answers[i] ? 0 : 1)
            .ThenBy(i => i),
    ];

    /// <param name="body">What follows the head.</param>
    /// <param name="columns">Where they are.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">A class is none of those that there are.</exception>
    internal static UnpackedPredictions Read(ReadOnlySpan<byte> body, PackedColumns columns, string name)
    {
        var (labels, answers) = (ClassesAt(body, columns, PackedColumns.Labels, name), ClassesAt(body, columns, columns.Answers, name));
        return new UnpackedPredictions(columns.Classes, labels, answers, columns.Kept == 0 ? null : ScoresOf(body, columns, name));
    }

    private static UnpackedScores ScoresOf(ReadOnlySpan<byte> body, PackedColumns columns, string name)
    {
        var (largest, levels) = (new int[columns.Kept][], new byte[columns.Kept][]);
        for (var place = 0; place < columns.Kept; place++)
        {
            largest[place] = columns.IsWhole
                ? [.. Enumerable.Repeat(place, columns.Count)]
                : ClassesAt(body, columns, columns.Largest + (place * columns.Count * columns.Width), name);
            levels[place] = body.Slice(columns.Scores + (place * columns.Count), columns.Count).ToArray();
        }

        return new UnpackedScores(
            body.Slice(columns.Ranks, columns.Count).ToArray(),
            HalvesAt(body, columns.Losses, columns.Count),
            HalvesAt(body, columns.Rests, columns.Count),
            HalvesAt(body, columns.Briers, columns.Count),
            largest,
            levels);
    }

    private static int[] ClassesAt(ReadOnlySpan<byte> body, PackedColumns columns, int column, string name)
    {
        var classes = new int[columns.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = columns.ReadClass(body, column, i);
            if (classes[i] >= columns.Classes)
            {
                throw new InvalidDataException($"{name}: picture {i} has the class {classes[i]}, expected 0..{columns.Classes - 1}");
            }
        }

        return classes;
    }

    private static double[] HalvesAt(ReadOnlySpan<byte> body, int column, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = PackedColumns.ReadHalf(body, column, i);
        }

        return values;
    }
}

/// <summary>What is known of the probabilities of each picture.</summary>
/// <param name="Ranks">[N] how many classes are more probable than the label; 255 is 255 or more.</param>
/// <param name="Losses">[N] nats.</param>
/// <param name="Rests">[N] 1 − the probability of the answer.</param>
/// <param name="Briers">[N] 0..2.</param>
/// <param name="Labels">[K][N] of which classes scores are kept.</param>
/// <param name="Levels">[K][N] their probabilities in 255ths.</param>
public sealed record UnpackedScores(byte[] Ranks, double[] Losses, double[] Rests, double[] Briers, int[][] Labels, byte[][] Levels);
