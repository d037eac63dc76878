using System.Text.Json;
using System.Text.Json.Serialization;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Datasets.Folders;
using Glassy.Metrics;
using Glassy.Onnx;

namespace Glassy.Runs;

/// <summary>How records are written: camelCase, indented, <c>\n</c>, strict about what is missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(KebabCase<Normalization>),
        typeof(KebabCase<LearningSchedule>),
        typeof(KebabCase<ClassWeighting>),
        typeof(KebabCase<ScoreKind>),
        typeof(KebabCase<PixelLayout>),
        typeof(KebabCase<LevelRange>),
        typeof(KebabCase<SplitKind>),
    ])]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(IReadOnlyList<PictureTrait>))]
[JsonSerializable(typeof(DuplicateReport))]
[JsonSerializable(typeof(RunIdentity))]
[JsonSerializable(typeof(TrainingIdentity))]
internal sealed partial class RunJson : JsonSerializerContext
{
    /// <summary><c>unit-columns</c>, as in <c>glassy.yml</c>.</summary>
    internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        where T : struct, Enum;
}
