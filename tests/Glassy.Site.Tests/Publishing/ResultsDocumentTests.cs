using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassy.Datasets.Duplicates;
using Glassy.Metrics;
using Glassy.Publishing;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Tests.Publishing;

public sealed class ResultsDocumentTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ResultsSchema.ToBytes()).RootElement;

    private static readonly byte[] Packed = PackedPredictions.Write(RecordedRun.Predictions, 3);

    [Fact]
    public void Results_are_as_their_published_schema_says() => Assert.All(
        new[]
        {
            RecordedRun.Results,
            RecordedRun.Results with { Notes = null, Custom = null },
            Leaked(null),
            Leaked(new SharedGroups(1, 2, 3, ["ann"]))
        },
        results => Assert.Empty(SchemaCheck.Mistakes(Schema, Parse(results))));

    [Theory]
    [InlineData("accuracy", null, ": required")]
    [InlineData("brierScore", "2.5", ".brierScore: maximum 2")]
    [InlineData("cohenKappa", "\"0.9\"", ".cohenKappa: type \"number\"")]
    [InlineData("version", "2", ".version: const 4")]
    [InlineData("extra", "1", ": additionalProperties false")]
    public void The_schema_refuses_what_is_not_as_it_says(string member, string? value, string mistake)
    {
        var json = JsonNode.Parse(ResultsDocument.Of(RecordedRun.Results, RecordedRun.Site.Runs!, Packed, []).ToBytes())!.AsObject();
        json.Remove(member);
        if (value is not null)
        {
            json[member] = JsonNode.Parse(value);
        }

        var mistakes = SchemaCheck.Mistakes(Schema, JsonDocument.Parse(json.ToJsonString()).RootElement);
        Assert.StartsWith(mistake, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_in_the_schema_is_described() => Assert.All(
        Schema.GetProperty("properties").EnumerateObject(),
        member => Assert.True(
            member.Value.TryGetProperty("description", out _)
                || member.Value.TryGetProperty("properties", out _)
                || member.Value.TryGetProperty("items", out _)
                || member.Value.TryGetProperty("$ref", out _),
            member.Name));

    [Fact]
    public void The_figures_are_those_of_the_run()
    {
        var results = Parse(RecordedRun.Results);
        var accuracy = results.GetProperty("accuracy");
        Assert.Equal((6, 9), (accuracy.GetProperty("successes").GetInt32(), accuracy.GetProperty("total").GetInt32()));
        Assert.Equal(new Proportion(6, 9).Low, accuracy.GetProperty("interval").GetProperty("low").GetDouble());
        Assert.Equal(
            RecordedRun.Results.Report.Probabilities!.EqualMass.ExpectedCalibrationError,
            results.GetProperty("calibration").GetProperty("equalMass").GetProperty("expectedCalibrationError").GetDouble());
        Assert.Equal("dog", results.GetProperty("confusedPairs")[0].GetProperty("truth").GetString());
        Assert.Equal(2, results.GetProperty("labelNotes").GetProperty("notes").GetArrayLength());
        Assert.Equal("neither", results.GetProperty("labelNotes").GetProperty("notes")[0].GetProperty("verdict").GetString());
        Assert.Equal("unit-columns", results.GetProperty("run").GetProperty("options").GetProperty("normalize").GetString());
    }

    [Fact]
    public void All_recorded_runs_are_in_it_each_once_with_the_recipes_that_ask_for_it()
    {
        var primary = RecordedRun.Site.Runs!.Runs[0];
        var again = new RecipeRun(primary.Recipe with { Name = "again" }, primary.Run, isNew: false, () => primary.Results);
        var otherRun = primary.Run with { Id = "fedcba9876543210" };
        var other = new RecipeRun(
            primary.Recipe with { Name = "other" }, otherRun, isNew: false, () => RecordedRun.Results with { Run = otherRun });
        var results = Parse(RecordedRun.Results, new RunSet([primary, other, again], [primary.Recipe with { Name = "late" }]));

        Assert.Empty(SchemaCheck.Mistakes(Schema, results));
        var runs = results.GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal(["run|again", "other"], runs.Select(run => string.Join('|', run.GetProperty("recipes").EnumerateArray())));
        Assert.Equal([true, false], runs.Select(run => run.GetProperty("isPrimary").GetBoolean()));
        Assert.Equal("fedcba9876543210", runs[1].GetProperty("run").GetProperty("id").GetString());
        Assert.Equal(6, runs[1].GetProperty("accuracy").GetProperty("successes").GetInt32());
        Assert.Equal("late", Assert.Single(results.GetProperty("missing").EnumerateArray()).GetString());
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        var text = Encoding.UTF8.GetString(ResultsDocument.Of(RecordedRun.Results, RecordedRun.Site.Runs!, Packed, []).ToBytes());
        Assert.Equal(text, Encoding.UTF8.GetString(ResultsDocument.Of(RecordedRun.Results, RecordedRun.Site.Runs!, Packed, []).ToBytes()));
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Leaked_pictures_are_counted_and_the_others_have_an_accuracy_of_their_own()
    {
        var leaks = Parse(Leaked(null)).GetProperty("leaks");

        Assert.Equal((2, 9), (leaks.GetProperty("leaked").GetInt32(), leaks.GetProperty("total").GetInt32()));
        Assert.Equal(5.0 / 7, leaks.GetProperty("unseen").GetProperty("value").GetDouble());
        Assert.Equal(JsonValueKind.Null, Parse(RecordedRun.Results).GetProperty("leaks").ValueKind);
    }

    private static RunResults Leaked(SharedGroups? groups) =>
        RecordedRun.Results with { Duplicates = new DuplicateReport([], [0, 3], 0, [], [], [], true, groups) };

    private static JsonElement Parse(RunResults results, RunSet? runs = null) =>
        JsonDocument.Parse(ResultsDocument.Of(results, runs ?? RecordedRun.Site.Runs!, Packed, []).ToBytes()).RootElement;
}
