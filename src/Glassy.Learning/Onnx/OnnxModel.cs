using System.Security.Cryptography;
using Glassy.Imaging;
using Glassy.Runs;
using Microsoft.ML.OnnxRuntime;
using static System.FormattableString;

namespace Glassy.Onnx;

/// <summary>
/// A model in ONNX's form that is ready to read pictures. Each batch is computed by one thread and holds the same pictures however many
/// threads there are, so that a machine gives the same numbers every time.
/// </summary>
public sealed class OnnxModel : IDisposable
{
    /// <summary>Numbers that a batch gives the model at most: 4 MB, so that photographs go in by a few and digits by hundreds.</summary>
    private const int MostNumbers = 1 << 20;

    private const int MostPictures = 256;

    private readonly string _name;
    private readonly InferenceSession _session;
    private readonly string _output;
    private readonly ResolvedInput _input;
    private readonly PictureInput _pictures;
    private readonly OnnxFile _file;
    private readonly int _classes;
    private readonly IReadOnlyList<int>? _order;

    private OnnxModel(
        string name,
        byte[] content,
        OnnxFile file,
        InferenceSession session,
        OnnxInput asked,
        ImageShape pictures,
        IReadOnlyList<string> classes)
    {
        (_name, _file, _session, _classes) = (name, file, session, classes.Count);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        _input = OnnxSignature.InputOf(session, name, asked, pictures);
        _output = OnnxSignature.OutputOf(session, name, classes.Count);
        _order = OnnxClasses.OrderOf(file, name, classes);
        _pictures = new PictureInput(pictures, _input);
    }

    /// <summary>Of the library that computes; asking for it does not load it.</summary>
    public static string LibraryVersion => OnnxSignature.Library;

    /// <summary>What wrote the file, with its version; null when it does not say.</summary>
    public string? Producer => _file.Producer.Length > 0 ? _file.Producer : null;

    /// <summary>Of the file, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>What it is given.</summary>
    public OnnxOrigin Origin => _input.ToOrigin(Sha256) with { Run = _file.Run };

    /// <summary>[classes] which of its outputs is each, where these are in another order than the dataset's classes; else null.</summary>
    public IReadOnlyList<int>? Order => _order;

    /// <summary>Its input and output, and how many parameters are between them.</summary>
    public ModelInfo Info => new(
        "ONNX",
        [
            new ModelLayer(_session.InputNames[0], "Input", [.. _input.DimensionsOf(1).Skip(1).Select(length => (int)length)], 0),
            new ModelLayer(_output, Invariant($"{_file.Nodes} operators"), [_classes], _file.Parameters),
        ],
        _file.Parameters,
        _file.Parameters,
        _file.Bytes);

    /// <param name="content">All of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="asked">What the recipe says of its input.</param>
    /// <param name="pictures">The size of every picture.</param>
    /// <param name="classes">The dataset's, in label order: of each it has to give a number.</param>
    /// <exception cref="InvalidDataException">It is no model, or not for these pictures; the message is one line that begins with the
    /// name.</exception>
    public static OnnxModel Open(byte[] content, string name, OnnxInput asked, ImageShape pictures, IReadOnlyList<string> classes)
    {
        var file = OnnxFile.Read(content, name);
        if (file.Elsewhere is { } elsewhere)
        {
            throw new InvalidDataException($"{name}: some of its weights are in another file ('{elsewhere}'), expected all in one: "
                + "write it anew by onnx.save(onnx.load(…), …), or with external_data=False in torch.onnx.export");
        }

        var session = OnnxSignature.Load(content, name);
        try
        {
            return new OnnxModel(name, content, file, session, asked, pictures, classes);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>What the model gives for pictures.</summary>
    /// <param name="pictureOf">[H, W, C] levels of the picture at a place; asked from several threads.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="report">Told how many are done, from several threads.</param>
    /// <param name="cancellationToken">Looked at before each batch.</param>
    /// <returns>[count][classes] finite numbers.</returns>
    /// <exception cref="InvalidDataException">It cannot compute, or gives something else; the message is one line that begins with the
    /// file's name.</exception>
    public float[][] Read(Func<int, ReadOnlyMemory<byte>> pictureOf, int count, Action<int> report, CancellationToken cancellationToken)
    {
        var atOnce = _input.Batch ?? Math.Clamp(MostNumbers / _input.Shape.Length, 1, MostPictures);
        var (found, done) = (new float[count][], 0);
        Parallelism.For((count + atOnce - 1) / atOnce, batch =>
        {
            var start = batch * atOnce;
            var pictures = Math.Min(atOnce, count - start);
            var numbers = new float[(_input.Batch ?? pictures) * _input.Shape.Length]; // a fixed batch that is not full ends in zeros
            for (var i = 0; i < pictures; i++)
            {
                _pictures.Write(pictureOf(start + i).Span, numbers.AsSpan(i * _input.Shape.Length, _input.Shape.Length));
            }

            Compute(numbers, _input.Batch ?? pictures, found.AsSpan(start, pictures), start);
            report(Interlocked.Add(ref done, pictures));
        }, cancellationToken);
        return found;
    }

    public void Dispose() => _session.Dispose();

    private void Compute(float[] numbers, int pictures, Span<float[]> found, int first)
    {
        using var options = new RunOptions();
        using var input = OrtValue.CreateTensorValueFromMemory(numbers, _input.DimensionsOf(pictures));
        using var outputs = Run(options, input);
        var values = outputs[0].GetTensorDataAsSpan<float>();
        if (values.Length != (long)pictures * _classes)
        {
            throw new InvalidDataException(
                OnnxSignature.OtherClasses(_name, Invariant($"{(double)values.Length / pictures:0.##}"), _classes));
        }

        for (var i = 0; i < found.Length; i++)
        {
            var given = values.Slice(i * _classes, _classes).ToArray();
            found[i] = _order is null ? given : [.. _order.Select(output => given[output])];
            if (found[i].FirstOrDefault(value => !float.IsFinite(value), 0) is var odd && odd != 0)
            {
                throw new InvalidDataException(Invariant(
                    $"{_name}: its output for picture {first + i} is {odd}, expected finite numbers; are mean, std and range of `input` those that it was trained with?"));
            }
        }
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(RunOptions options, OrtValue input)
    {
        try
        {
            return _session.Run(options, [_session.InputNames[0]], [input], [_output]);
        }
        catch (OnnxRuntimeException mistake)
        {
            throw new InvalidDataException($"{_name}: {OnnxSignature.Library} cannot compute it for pictures of [{string.Join(", ", _input.DimensionsOf(1))}] "
                + $"({OnnxSignature.LineOf(mistake)}); does `input` say the size and layout that it was trained with?");
        }
    }
}
