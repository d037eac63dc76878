using System.Buffers.Binary;
using Glassy.Metrics;

namespace Glassy.Publishing;

/// <summary>Where the columns of <see cref="PackedPredictions"/> are, from the end of its head.</summary>
/// <param name="Count">Pictures.</param>
/// <param name="Classes">How many there are.</param>
/// <param name="Kept">Scores kept of each picture; 0 of answers alone.</param>
internal sealed record PackedColumns(int Count, int Classes, int Kept)
{
    public const int Labels = 0;

    private const int HalfBytes = 2;
    private const int Levels = byte.MaxValue;

    /// <summary>Bytes of a class.</summary>
    public int Width => WidthOf(Classes);

    public int Answers => Count * Width;

    public int Ranks => 2 * Count * Width;

    public int Losses => Ranks + Count;

    public int Rests => Losses + (HalfBytes * Count);

    public int Briers => Rests + (HalfBytes * Count);

    /// <summary>The most probable classes; none where all scores are kept.</summary>
    public int Largest => Briers + (HalfBytes * Count);

    public int Scores => Largest + (IsWhole ? 0 : Kept * Count * Width);

    /// <summary>Whether the scores of all classes are kept.</summary>
    public bool IsWhole => Kept == Classes;

    /// <summary>Bytes of one picture in all columns.</summary>
    public static long BytesOf(int classes, int kept) =>
        (2L * WidthOf(classes)) + (kept == 0 ? 0 : 1 + (3 * HalfBytes) + kept + (kept == classes ? 0 : kept * WidthOf(classes)));

    /// <summary>Writes one picture into all columns.</summary>
    public void Write(Span<byte> body, Prediction prediction)
    {
        var i = prediction.Index;
        WriteClass(body[(Labels + (i * Width))..], prediction.Label);
        WriteClass(body[(Answers + (i * Width))..], prediction.Predicted);
        if (Kept == 0)
        {
            return;
        }

        body[Ranks + i] = (byte)Math.Min(TopKAccuracy.RankOfTruth(prediction), byte.MaxValue);
        WriteHalf(body, Losses, i, prediction.Loss);
        WriteHalf(body, Rests, i, 1 - prediction.Confidence);
        WriteHalf(body, Briers, i, ProperScores.Brier([prediction]));
        var largest = IsWhole ? null : LargestOf(prediction.LogProbabilities);
        for (var place = 0; place < Kept; place++)
        {
            var label = largest?[place] ?? place;
            if (largest is not null)
            {
                WriteClass(body[(Largest + (((place * Count) + i) * Width))..], label);
            }

            body[Scores + (place * Count) + i] = (byte)Math.Floor((prediction.ProbabilityOf(label) * Levels) + 0.5);
        }
    }

    public int ReadClass(ReadOnlySpan<byte> body, int column, int place) =>
        Width == 1 ? body[column + place] : BinaryPrimitives.ReadUInt16LittleEndian(body[(column + (place * Width))..]);

    public static double ReadHalf(ReadOnlySpan<byte> body, int column, int place) =>
        (double)BinaryPrimitives.ReadHalfLittleEndian(body[(column + (place * HalfBytes))..]);

    /// <summary>The most probable first; among equals the lower index.</summary>
    private int[] LargestOf(IReadOnlyList<float> scores)
    {
        var largest = new int[Kept];
        for (var (label, found) = (0, 0); label < scores.Count; label++)
        {
            var place = found;
            for (; place > 0 && scores[label] > scores[largest[place - 1]]; place--)
            {
                if (place < Kept)
                {
                    largest[place] = largest[place - 1];
                }
            }

            if (place < Kept)
            {
                largest[place] = label;
                found = Math.Min(found + 1, Kept);
            }
        }

        return largest;
    }

    private void WriteClass(Span<byte> to, int label)
    {
        if (Width == 1)
        {
            to[0] = (byte)label;
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)label);
        }
    }

    private static void WriteHalf(Span<byte> body, int column, int place, double value) =>
        BinaryPrimitives.WriteHalfLittleEndian(body[(column + (place * HalfBytes))..], (Half)value);

    private static int WidthOf(int classes) => classes <= byte.MaxValue + 1 ? 1 : 2;
}
