using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Describing;

/// <summary>A dataset's report for programs.</summary>
public static class DatasetReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <returns>An object, indented, with its line end.</returns>
    public static string Write(DatasetReport report) => new JsonObject
    {
        ["name"] = report.Info.Name,
        ["sha256"] = report.Info.Sha256,
        ["shape"] = new JsonObject
        {
            ["height"] = report.Info.Shape.Height,
            ["width"] = report.Info.Shape.Width,
            ["channels"] = report.Info.Shape.Channels
        },
        ["classes"] = new JsonArray([.. report.Info.Classes.Select(name => (JsonNode)name)]),
        ["splits"] = new JsonObject(report.Splits.Select(split => KeyValuePair.Create(split.Name, (JsonNode?)Of(split.Split)))),
        ["balance"] = new JsonObject
        {
            ["largest"] = report.Balance.Largest,
            ["most"] = report.Balance.Most,
            ["smallest"] = report.Balance.Smallest,
            ["fewest"] = report.Balance.Fewest,
            ["ratio"] = report.Balance.Ratio,
        },
        ["baseline"] = new JsonObject { ["class"] = report.Test.Largest, ["accuracy"] = report.Baseline },
        ["near"] = new JsonObject { ["bits"] = DuplicateReport.NearBits, ["correlation"] = DuplicateReport.NearCorrelation },
        ["duplicates"] = report.Duplicates is { } duplicates ? JsonNode.Parse(RunSerializer.WriteDuplicates(duplicates)) : null,
        ["remarks"] = new JsonArray([.. (report.Info.Remarks ?? []).Select(remark => (JsonNode)RemarkSentence.OnTerminal(remark))]),
    }.ToJsonString(Options) + "\n";

    private static JsonObject Of(SplitInfo split) => new()
    {
        ["count"] = split.Count,
        ["perClass"] = new JsonArray([.. split.PerClass.Select(count => (JsonNode)count)]),
    };
}
