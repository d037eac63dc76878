using System.Text.Json;
using System.Text.Json.Serialization;
using Glassy.Datasets;
using Glassy.Runs;

namespace Glassy.Publishing;

/// <summary>How results are written: camelCase, indented, <c>\n</c>, names of choices as in <c>glassy.yml</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(KebabCaseNormalization), typeof(KebabCaseVerdict)])]
[JsonSerializable(typeof(ResultsDocument))]
internal sealed partial class ResultsJson : JsonSerializerContext
{
    internal sealed class KebabCaseNormalization()
        : JsonStringEnumConverter<Normalization>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    internal sealed class KebabCaseVerdict()
        : JsonStringEnumConverter<LabelVerdict>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
}
