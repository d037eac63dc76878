using System.Text.Json;
using System.Text.Json.Serialization;
using Glassy.Checks;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>How results are written: camelCase, indented, <c>\n</c>, names of choices as in <c>glassy.yml</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters =
    [
        typeof(RowsOnLines),
        typeof(KebabCase<Normalization>),
        typeof(KebabCase<LearningSchedule>),
        typeof(KebabCase<ClassWeighting>),
        typeof(KebabCase<LabelVerdict>),
        typeof(KebabCase<ScoreKind>),
        typeof(KebabCase<PixelLayout>),
        typeof(KebabCase<LevelRange>),
        typeof(KebabCase<CheckState>),
    ])]
[JsonSerializable(typeof(ResultsDocument))]
internal sealed partial class ResultsJson : JsonSerializerContext
{
    internal sealed class KebabCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        where T : struct, Enum;
}
