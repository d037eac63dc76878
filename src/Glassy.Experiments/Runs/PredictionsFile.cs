using System.Buffers.Binary;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>
/// <c>predictions.bin</c>: what a model says of every test picture, and <c>validation.bin</c> of every picture that was held out of
/// training. All numbers are little-endian:
/// <code>
/// 8 bytes   "GLASSYPR"
/// uint32    format version, 2
/// uint32    N, pictures
/// uint32    C, classes
/// N times:  int32 label, int32 predicted, C × float32 log-probabilities (log-softmax, nats)
/// </code>
/// Version 3 is of a model that gave its answers alone: it ends each picture with its prediction.
/// Version 1 had probabilities in their place: too coarse for the log loss, so it is refused. A build computes such a file
/// again from the run's weights before it reads it.
/// </summary>
public static class PredictionsFile
{
    private const uint Version = 2;
    private const uint AnswersAlone = 3;
    private const int HeaderLength = 20;
    private const float Rounding = 1e-5f;

    private static ReadOnlySpan<byte> Magic => "GLASSYPR"u8;

    /// <param name="predictions">In the split's order: each one's index is its place.</param>
    /// <param name="classes">How many there are.</param>
    /// <exception cref="ArgumentException">A prediction is not in its place, or has probabilities of another number of classes than the
    /// others.</exception>
    public static byte[] Write(IReadOnlyList<Prediction> predictions, int classes)
    {
        var scores = predictions.Any(prediction => prediction.HasProbabilities) || predictions.Count == 0 ? classes : 0;
        var file = new byte[HeaderLength + (predictions.Count * RecordLength(scores))];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), scores > 0 ? Version : AnswersAlone);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), (uint)predictions.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), (uint)classes);
        for (var i = 0; i < predictions.Count; i++)
        {
            var prediction = predictions[i];
            if (prediction.Index != i || prediction.LogProbabilities.Count != scores)
            {
                throw new ArgumentException(
                    $"prediction {i} has index {prediction.Index} and {prediction.LogProbabilities.Count} log-probabilities, expected {i} and {scores}");
            }

            var record = file.AsSpan(HeaderLength + (i * RecordLength(scores)), RecordLength(scores));
            BinaryPrimitives.WriteInt32LittleEndian(record, prediction.Label);
            BinaryPrimitives.WriteInt32LittleEndian(record[4..], prediction.Predicted);
            for (var c = 0; c < scores; c++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(record[(8 + (4 * c))..], prediction.LogProbabilities[c]);
            }
        }

        return file;
    }

    /// <param name="file">All of its bytes.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The bytes are not this format; the message is one line that begins with the name.</exception>
    public static IReadOnlyList<Prediction> Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Magic))
        {
            throw new InvalidDataException($"{name}: does not begin with GLASSYPR; is this a predictions file? {RecordFile.WayOut}");
        }

        var version = VersionOf(file);
        if (version is not (Version or AnswersAlone))
        {
            throw new InvalidDataException(
                $"{name}: format version {version}, expected {Version} or {AnswersAlone}; {RecordFile.WayOut}");
        }

        long count = BinaryPrimitives.ReadUInt32LittleEndian(file[12..]);
        long classes = BinaryPrimitives.ReadUInt32LittleEndian(file[16..]);
        var scores = version == AnswersAlone ? 0 : classes;
        var expected = HeaderLength + (count * (8 + (4 * scores)));
        if (file.Length != expected)
        {
            throw new InvalidDataException(
                $"{name}: {file.Length} bytes, expected {expected} for {count} pictures and {classes} classes; is the file truncated? {RecordFile.WayOut}");
        }

        var predictions = new Prediction[count];
        for (var i = 0; i < predictions.Length; i++)
        {
            var length = RecordLength((int)scores);
            predictions[i] = ReadRecord(file.Slice(HeaderLength + (i * length), length), (int)classes, i, name);
        }

        return predictions;
    }

    /// <summary>Whether the bytes are of version 1, which lacks log-probabilities.</summary>
    public static bool IsOutdated(ReadOnlySpan<byte> file) => file.Length >= HeaderLength && file.StartsWith(Magic) && VersionOf(file) == 1;

    private static uint VersionOf(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);

    private static Prediction ReadRecord(ReadOnlySpan<byte> record, int classes, int index, string name)
    {
        var label = BinaryPrimitives.ReadInt32LittleEndian(record);
        var predicted = BinaryPrimitives.ReadInt32LittleEndian(record[4..]);
        var logProbabilities = new float[(record.Length - 8) / 4];
        for (var c = 0; c < logProbabilities.Length; c++)
        {
            logProbabilities[c] = BinaryPrimitives.ReadSingleLittleEndian(record[(8 + (4 * c))..]);
        }

        if ((uint)label >= classes || (uint)predicted >= classes)
        {
            throw new InvalidDataException(
                $"{name}: picture {index} has label {label} and prediction {predicted}, expected 0..{classes - 1}");
        }

        foreach (var value in logProbabilities)
        {
            if (!float.IsFinite(value) || value > Rounding)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"{name}: picture {index} has the log-probability {value}, expected a finite number of 0 or less; {RecordFile.WayOut}"));
            }
        }

        return new Prediction(index, label, predicted, logProbabilities);
    }

    private static int RecordLength(int classes) => 8 + (4 * classes);
}
