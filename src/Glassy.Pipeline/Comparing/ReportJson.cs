using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glassy.Comparing;

/// <summary>A comparison for programs.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    /// <returns>An object, indented, with its line end.</returns>
    public static string Write(RunReport report) => new JsonObject
    {
        ["base"] = Of(report.Base, report.Counts.CorrectA, report.Counts.Total),
        ["head"] = Of(report.Head, report.Counts.CorrectB, report.Counts.Total),
        ["dataset"] = report.Base.Run.Dataset.Name,
        ["on"] = report.On == ComparedSplit.Test ? "test" : "validation",
        ["pictures"] = report.Counts.Total,
        ["broken"] = report.Counts.Broken,
        ["repaired"] = report.Counts.Repaired,
        ["accuracy"] = new JsonObject
        {
            ["difference"] = report.Accuracy.Difference,
            ["interval"] = new JsonObject { ["low"] = report.Accuracy.Interval.Low, ["high"] = report.Accuracy.Interval.High },
            ["method"] = "tangoScore",
        },
        ["mcNemar"] = new JsonObject { ["exact"] = report.McNemar.Exact, ["midP"] = report.McNemar.MidP },
        ["gates"] = new JsonArray([.. report.Gates.Select(gate => (JsonNode)new JsonObject
        {
            ["gate"] = gate.Gate,
            ["passes"] = gate.Verdict.Passes,
            ["reason"] = gate.Verdict.Reason,
        })]),
        ["passes"] = report.Passes,
        ["looks"] = new JsonObject { ["scores"] = report.Looks.Scores, ["comparisons"] = report.Looks.Comparisons },
    }.ToJsonString(Options) + "\n";

    private static JsonObject Of(ComparedRun run, int right, int all) => new()
    {
        ["asked"] = run.Asked,
        ["run"] = run.Run.Id,
        ["recipe"] = run.Recipe,
        ["accuracy"] = (double)right / all,
    };
}
