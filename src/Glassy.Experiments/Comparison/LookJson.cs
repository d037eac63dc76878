using System.Text.Json.Serialization;

namespace Glassy.Comparison;

/// <summary>How looks are written: camelCase, indented, <c>\n</c>, strict about what is missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TestLook))]
internal sealed partial class LookJson : JsonSerializerContext;
