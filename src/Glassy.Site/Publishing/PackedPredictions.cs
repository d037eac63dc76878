using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Glassy.Metrics;

namespace Glassy.Publishing;

/// <summary>
/// <c>predictions-packed.bin</c>: what a run says of every test picture in so few bytes that a page can read it, 13 to 29 a picture. All
/// numbers are little-endian, and columns follow one another without a gap:
/// <code>
/// 8 bytes    "GLASSYPP"
/// uint32     format version, 1
/// uint32     N, pictures
/// uint32     C, classes
/// uint32     K, scores kept of each picture: 0 of a model that gave its answers alone, C of up to 16 classes, else 5
/// 32 bytes   SHA-256 of all that follows
/// N × class  labels, exact; a class is a uint8 of up to 256 classes, else a uint16
/// N × class  answers, exact
/// and only where K is not 0:
/// N × uint8     how many classes are more probable than the label, exact up to 254; 255 is 255 or more
/// N × binary16  loss: −ln of the label's probability, nats
/// N × binary16  rest: 1 − the probability of the answer
/// N × binary16  Brier score, 0 to 2
/// K × N × class the K most probable classes, the most probable first, all of one place together; only where K is not C
/// K × N × uint8 their probabilities in 255ths, rounded; where K is C of class 0, then of class 1 …
/// </code>
/// So whatever is counted (accuracy, precision, recall, F1, kappa, MCC, the confusion matrix, top-k accuracy up to k = 255) is had again
/// exactly. A binary16 is off by at most 1/2048 of itself (below 2⁻¹⁴ by 2⁻²⁵), and so are the log loss and the Brier score as their means;
/// a confidence near 1 is better than that, and the bins of a calibration error may differ by pictures at their very edges. A probability
/// in 255ths is off by at most 1/510.
/// </summary>
public static class PackedPredictions
{
    /// <summary>The format's version.</summary>
    public const int Version = 1;

    /// <summary>Of up to so many classes all scores are kept.</summary>
    public const int MostKept = 16;

    /// <summary>Of more classes so many, the largest.</summary>
    public const int KeptOfMany = 5;

    private const int HashPlace = 24;
    private const int HeaderLength = HashPlace + 32;
    private const string ScriptBegin = "glassyPredictions(\"";
    private const string ScriptEnd = "\");\n";

    private static ReadOnlySpan<byte> Magic => "GLASSYPP"u8;

    /// <param name="predictions">[N] in test order; all with probabilities, or none.</param>
    /// <param name="classes">How many there are, up to 65,536.</param>
    /// <exception cref="ArgumentException">There are more classes, or a prediction is not in its place.</exception>
    public static byte[] Write(IReadOnlyList<Prediction> predictions, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, ushort.MaxValue + 1);
        var kept = predictions.Any(prediction => prediction.HasProbabilities) ? KeptOf(classes) : 0;
        var file = new byte[LengthOf(predictions.Count, classes, kept)];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(12), (uint)predictions.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), (uint)classes);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(20), (uint)kept);
        var columns = new PackedColumns(predictions.Count, classes, kept);
        for (var i = 0; i < predictions.Count; i++)
        {
            if (predictions[i].Index != i)
            {
                throw new ArgumentException($"prediction {i} has index {predictions[i].Index}, expected {i}", nameof(predictions));
            }

            columns.Write(file.AsSpan(HeaderLength), predictions[i]);
        }

        SHA256.HashData(file.AsSpan(HeaderLength), file.AsSpan(HashPlace));
        return file;
    }

    /// <summary>
    /// The same bytes as a script, <c>glassyPredictions("…");</c> with base64 between the quotes: a page opened from disk can read nothing
    /// else.
    /// </summary>
    /// <param name="packed">The file.</param>
    public static byte[] WriteScript(byte[] packed) => Encoding.ASCII.GetBytes(ScriptBegin + Convert.ToBase64String(packed) + ScriptEnd);

    /// <param name="file">All of its bytes.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The bytes are not this format, or not those that were written; the message is one line that
    /// begins with the name.</exception>
    public static UnpackedPredictions Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < HeaderLength || !file.StartsWith(Magic))
        {
            throw new InvalidDataException($"{name}: does not begin with GLASSYPP; is this a file of packed predictions?");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);
        if (version != Version)
        {
            throw new InvalidDataException($"{name}: format version {version}, expected {Version}; build the site again");
        }

        var (count, classes, kept) = (At(file, 12), At(file, 16), At(file, 20));
        if (classes > ushort.MaxValue + 1
            || (kept != 0 && kept != KeptOf((int)classes))
            || file.Length != LengthOf(count, (int)classes, (int)kept))
        {
            throw new InvalidDataException(
                $"{name}: {file.Length} bytes do not hold {count} pictures, {classes} classes and {kept} scores of each; is the file truncated?");
        }

        if (!SHA256.HashData(file[HeaderLength..]).AsSpan().SequenceEqual(file[HashPlace..HeaderLength]))
        {
            throw new InvalidDataException($"{name}: its bytes do not have the hash in its head; it was changed, build the site again");
        }

        return UnpackedPredictions.Read(file[HeaderLength..], new PackedColumns((int)count, (int)classes, (int)kept), name);
    }

    /// <summary>How many scores are kept of each picture.</summary>
    private static int KeptOf(int classes) => classes <= MostKept ? classes : KeptOfMany;

    private static long At(ReadOnlySpan<byte> file, int place) => BinaryPrimitives.ReadUInt32LittleEndian(file[place..]);

    private static long LengthOf(long count, int classes, int kept) => HeaderLength + (count * PackedColumns.BytesOf(classes, kept));
}
