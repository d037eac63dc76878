using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glassy.Pipelines;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Cli;

/// <summary><c>glassy plan</c>: the jobs that make the missing runs on several machines, as JSON.</summary>
internal sealed class PlanVerb
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CommonOptions _options;
    private readonly Option<int> _shards = new("--shards")
    {
        Description = "On how many machines the runs are made",
        HelpName = "n",
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Shard.Most)
            {
                result.AddError($"--shards is '{text}', expected a whole number from 1 to {Shard.Most}");
            }

            return count;
        },
    };

    public PlanVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command(
            "plan", "Print which runs each of several machines makes, as JSON for a matrix of GitHub Actions") { _shards };
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => PrintAsync(arguments, token), _options.Root(arguments), token));
    }

    public Command Command { get; }

    private async Task<int> PrintAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = _options.Read(arguments, new PlainProgress(Console.Error, Console.Error, quiet: true));
        var dataset = await DatasetOfProject.FindAsync(settings, cancellationToken).ConfigureAwait(false);
        var store = new RunStore(settings.Project);
        var count = arguments.GetValue(_shards);
        var shards = ShardPlan.Of(WantedRuns.Of(settings, dataset.Info), count)
            .Select((runs, i) => (Shard: new Shard(i + 1, count), Missing: runs.Where(run => store.FindSound(run.Id) is null).ToList()));
        var jobs = shards.Where(shard => shard.Missing.Count > 0).Select(shard => (JsonNode)JobOf(shard.Shard, shard.Missing));
        Console.WriteLine(new JsonObject { ["include"] = new JsonArray([.. jobs]) }.ToJsonString(AsWritten));
        return ExitCode.Done;
    }

    /// <param name="shard">Whose.</param>
    /// <param name="missing">Its runs that are not recorded here.</param>
    private static JsonObject JobOf(Shard shard, IReadOnlyList<PlannedRun> missing) => new()
    {
        ["number"] = shard.Number,
        ["shard"] = shard.ToString(),
        ["pictures"] = missing.Sum(run => run.Pictures),
        ["cost"] = missing.Sum(run => run.Cost),
        ["runs"] = new JsonArray([.. missing.Select(run => (JsonNode)run.Recipe.Label)]),
    };
}
