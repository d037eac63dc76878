using Glassy.Imaging;
using Microsoft.ML.OnnxRuntime;
using static System.FormattableString;

namespace Glassy.Onnx;

/// <summary>Loads a model into ONNX Runtime, and tells its input and output.</summary>
internal static class OnnxSignature
{
    private const int LongestLine = 200;

    /// <summary>The library with its version, for messages; asking for it loads nothing.</summary>
    public static string Library { get; } = "ONNX Runtime "
        + typeof(OnnxSignature).Assembly
            .GetReferencedAssemblies()
            .Single(assembly => assembly.Name == "Microsoft.ML.OnnxRuntime").Version?.ToString(3);

    /// <exception cref="InvalidDataException">It cannot be loaded; the message is one line that begins with the name.</exception>
    public static InferenceSession Load(byte[] content, string name)
    {
        OrtEnv.Instance().EnvLogLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL; // mistakes are exceptions, and no lines on the terminal
        OrtEnv.Instance().DisableTelemetryEvents();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            return new InferenceSession(content, options);
        }
        catch (OnnxRuntimeException mistake)
        {
            throw new InvalidDataException($"{name}: {Library} cannot load it ({LineOf(mistake)}); expected a whole file, and operators of ONNX's own sets only: "
                + "export it again, with a lower opset if it names one");
        }
    }

    /// <exception cref="InvalidDataException">The model wants something else than pictures of this size.</exception>
    public static ResolvedInput InputOf(InferenceSession session, string name, OnnxInput asked, ImageShape pictures)
    {
        if (session.InputNames is not [var input])
        {
            throw new InvalidDataException(
                $"{name}: it has {session.InputNames.Count} inputs ({string.Join(", ", session.InputNames)}), expected one: the pictures; export it with the others as constants");
        }

        var metadata = session.InputMetadata[input];
        if (!metadata.IsTensor || metadata.ElementType != typeof(float))
        {
            throw new InvalidDataException(
                $"{name}: its input '{input}' is {KindOf(metadata)}, expected numbers of float32; export it so, with a cast as its first operator if need be");
        }

        return new InputResolution(name, input, metadata.Dimensions, asked, pictures).Resolve();
    }

    /// <summary>The first output that can be one number for each class; else the first one of numbers.</summary>
    /// <exception cref="InvalidDataException">None is, or the first has another number of classes.</exception>
    public static string OutputOf(InferenceSession session, string name, int classes)
    {
        var numbers = session.OutputNames
            .Where(output => session.OutputMetadata[output] is { IsTensor: true } metadata && metadata.ElementType == typeof(float))
            .ToList();
        if (numbers.Count == 0)
        {
            throw new InvalidDataException($"{name}: none of its outputs ({string.Join(", ", session.OutputNames.Select(output => $"'{output}': {KindOf(session.OutputMetadata[output])}"))}) "
                + "is a tensor of float32, expected a number for each class; of scikit-learn, convert with options={'zipmap': False}");
        }

        return numbers.FirstOrDefault(output => ClassesOf(session, output) is { } given && given == classes)
            ?? numbers.FirstOrDefault(output => ClassesOf(session, output) is null)
            ?? throw new InvalidDataException(OtherClasses(name, Invariant($"{ClassesOf(session, numbers[0])}"), classes));
    }

    /// <summary>That a model tells other classes apart than the dataset has.</summary>
    public static string OtherClasses(string name, string given, int classes) => Invariant(
        $"{name}: it gives {given} numbers a picture, expected {classes}, one for each class of the dataset, in its order; is it the model of this dataset?");

    /// <summary>What the library says, in one line without its codes.</summary>
    public static string LineOf(OnnxRuntimeException mistake)
    {
        var line = mistake.Message.Split('\n')[0].Trim();
        line = line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? line[(end + 1)..].Trim() : line;
        return line.Length <= LongestLine ? line : line[..LongestLine] + "…";
    }

    /// <summary>How many numbers an output has for each picture; null when that is not said.</summary>
    private static long? ClassesOf(InferenceSession session, string output)
    {
        var lengths = session.OutputMetadata[output].Dimensions.Skip(1).ToList();
        return lengths.Count == 0 || lengths.Any(length => length < 0)
            ? null
            : lengths.Aggregate(1L, (product, length) => product * length);
    }

    private static string KindOf(NodeMetadata metadata) =>
        metadata.IsTensor ? $"a tensor of {metadata.ElementDataType}" : $"no tensor ({metadata.OnnxValueType})";
}
