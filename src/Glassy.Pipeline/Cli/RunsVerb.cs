using System.CommandLine;
using System.Globalization;
using Glassy.Comparison;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Cli;

/// <summary>
/// <c>glassy runs</c>: which runs are recorded and which recipe asks for each; <c>glassy runs prune</c> removes those that none asks for.
/// </summary>
internal sealed class RunsVerb
{
    private const string NoRecipe = "(no recipe)";

    private readonly CommonOptions _options;
    private readonly Option<bool> _yes = new("--yes") { Description = "Remove without asking" };

    public RunsVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command("runs", "List the recorded runs and the recipes that ask for them");
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => ListAsync(arguments, token), _options.Root(arguments), token));
        var prune = new Command("prune", "Remove the recorded runs that no recipe asks for") { _yes };
        options.AddAllTo(prune);
        prune.SetAction((arguments, token) => VerbRunner.RunAsync(() => PruneAsync(arguments, token), _options.Root(arguments), token));
        Command.Subcommands.Add(prune);
    }

    public Command Command { get; }

    private async Task<int> ListAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var found = await FindAsync(arguments, cancellationToken).ConfigureAwait(false);
        foreach (var (run, recipes) in found.Recorded)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Id}  {run.CreatedAt:yyyy-MM-dd}  {run.Metrics.Accuracy * 100,6:F2}%  {(run.Durations is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took.Total,7:F1} s") : "     read"),9}  {(recipes.Count == 0 ? NoRecipe : string.Join("; ", recipes))}"));
        }

        foreach (var recipe in found.Missing)
        {
            Console.WriteLine($"{"not made yet",-46}  {recipe}");
        }

        foreach (var dataset in found.Recorded
            .Select(recorded => recorded.Run.Dataset)
            .Append(found.Dataset)
            .DistinctBy(dataset => dataset.Sha256))
        {
            var looks = UserData.Read(() => found.Looks.CountOf(dataset.Sha256, found.Recorded.Select(recorded => recorded.Run)));
            if (looks.Total > 0)
            {
                Console.WriteLine($"The test pictures of '{dataset.Name}' were looked at {looks}");
            }
        }

        DiagnosticPrinter.Print([.. found.Damaged.Values.Select(damage => Diagnostic.Error(damage))], found.Project);
        return found.Damaged.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    private async Task<int> PruneAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var found = await FindAsync(arguments, cancellationToken).ConfigureAwait(false);
        var unnamed = found.Recorded.Where(recorded => recorded.Recipes.Count == 0).Select(recorded => recorded.Run).ToList();
        var damaged = found.Damaged.Keys.Where(id => !found.Wanted.Contains(id)).ToList();
        if (unnamed.Count + damaged.Count == 0)
        {
            Console.WriteLine("Nothing to remove: a recipe asks for every recorded run");
            return ExitCode.Done;
        }

        foreach (var run in unnamed)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Id}  {run.CreatedAt:yyyy-MM-dd}  {run.Metrics.Accuracy * 100,6:F2}%  {run.Dataset.Name}"));
        }

        damaged.ForEach(id => Console.WriteLine($"{id}  damaged"));
        if (!arguments.GetValue(_yes) && !IsConfirmed(unnamed.Count + damaged.Count))
        {
            Console.WriteLine("Nothing was removed");
            return ExitCode.Done;
        }

        foreach (var run in unnamed)
        {
            // what was seen once is not unseen
            found.Looks.Add(TestLook.OfScore(run, UserData.Read(() => found.Store.HashOfPredictions(run))));
            found.Store.Remove(run.Id);
        }

        damaged.ForEach(found.Store.Remove);
        Console.WriteLine($"Removed {Summary.Counted(unnamed.Count + damaged.Count, "run")}");
        return ExitCode.Done;
    }

    private static bool IsConfirmed(int count)
    {
        if (Console.IsInputRedirected)
        {
            throw new UsageException("nobody is there to be asked: say --yes to remove these runs");
        }

        Console.Write($"Remove {Summary.Counted(count, "run")}? [y/N] ");
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>The runs of the project with the recipes that ask for each.</summary>
    private async Task<Found> FindAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = _options.Read(arguments, new PlainProgress(Console.Out, Console.Error, quiet: true));
        var dataset = await DatasetOfProject.FindAsync(settings, cancellationToken).ConfigureAwait(false);
        var store = new RunStore(settings.Project);
        var (ids, foreign, onnx) = (
            new List<(string Id, Recipe Recipe)>(), new ForeignRuns(settings, store), new OnnxRuns(settings, store));
        foreach (var recipe in settings.Config.Recipes)
        {
            var id = recipe switch
            {
                { Foreign: { } predictions } => (await foreign.FindAsync(predictions, dataset, cancellationToken).ConfigureAwait(false)).Id,
                { Onnx: { } model } => (await onnx.FindAsync(model, dataset, cancellationToken).ConfigureAwait(false)).Id,
                _ => RunId.Of(recipe.TrainingOptions, dataset.Info),
            };
            ids.Add((id, recipe));
        }

        var wanted = ids.ToLookup(wish => wish.Id, wish => wish.Recipe.Label);
        var commands = ids
            .OrderBy(wish => wish.Recipe.Set)
            .DistinctBy(wish => wish.Id)
            .ToDictionary(wish => wish.Id, wish => wish.Recipe.Command);
        var damaged = store.Damaged(commands);
        var runs = store.List().Where(run => !damaged.ContainsKey(run.Id)).ToList();
        return new Found(
            settings.Project,
            dataset.Info,
            store,
            new TestLooks(settings.Project),
            [.. runs.Select(run => (run, (IReadOnlyList<string>)[.. wanted[run.Id]]))],
            [.. wanted.Where(wish => runs.All(run => run.Id != wish.Key) && !damaged.ContainsKey(wish.Key)).SelectMany(wish => wish)],
            wanted.Select(wish => wish.Key).ToHashSet(),
            damaged);
    }

    private sealed record Found(
        ProjectFolder Project,
        DatasetInfo Dataset,
        RunStore Store,
        TestLooks Looks,
        IReadOnlyList<(Run Run, IReadOnlyList<string> Recipes)> Recorded,
        IReadOnlyList<string> Missing,
        IReadOnlySet<string> Wanted,
        IReadOnlyDictionary<string, string> Damaged);
}
