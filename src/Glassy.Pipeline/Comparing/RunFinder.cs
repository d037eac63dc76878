using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Recipes;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Comparing;

/// <summary>
/// Finds the run that is meant by a recipe's name or label, the beginning of an id, a run's folder, another project's folder (its primary
/// run), or one of the first two in another project: <c>../main#3f2a</c>.
/// </summary>
/// <param name="here">The project in which is asked.</param>
/// <param name="settingsOf">The settings of another project, by the absolute path of its folder.</param>
public sealed class RunFinder(BuildSettings here, Func<string, BuildSettings> settingsOf)
{
    /// <summary>Letters of an id from which a run is meant, and no folder of that name.</summary>
    private const int LeastOfId = 4;

    /// <param name="asked">As the command line has it; paths are relative to where the command is given.</param>
    /// <param name="cancellationToken">Ends the search for a dataset.</param>
    /// <exception cref="DiagnosticException">There is no such run, or more than one.</exception>
    public async Task<ComparedRun> FindAsync(string asked, CancellationToken cancellationToken)
    {
        if (asked.LastIndexOf('#') is > 0 and var sign && Directory.Exists(asked[..sign]))
        {
            var other = settingsOf(Path.GetFullPath(asked[..sign]));
            return await InProjectAsync(other, asked, asked[(sign + 1)..], cancellationToken).ConfigureAwait(false)
                ?? throw Unknown(asked, asked[(sign + 1)..], other);
        }

        return await InProjectAsync(here, asked, asked, cancellationToken).ConfigureAwait(false)
            ?? await AtPathAsync(asked, cancellationToken).ConfigureAwait(false)
            ?? throw Unknown(asked, asked, here);
    }

    /// <summary>By a recipe or an id; null when the name is neither.</summary>
    private static async Task<ComparedRun?> InProjectAsync(
        BuildSettings project,
        string asked,
        string name,
        CancellationToken cancellationToken)
    {
        var recipes = project.Config.Recipes.Where(recipe => recipe.Label == name).ToList() is [_, ..] labelled
            ? labelled
            : [.. project.Config.Recipes.Where(recipe => recipe.Name == name)];
        return recipes switch
        {
            [var recipe] => await OfRecipeAsync(project, asked, recipe, cancellationToken).ConfigureAwait(false),
            [_, ..] => throw Mistake(
                asked,
                $"the recipe makes {recipes.Count} runs, expected one of: {string.Join("; ", recipes.Select(recipe => recipe.Label))}"),
            [] when name.Length >= LeastOfId => OfId(new RunStore(project.Project), asked, name),
            _ => null,
        };
    }

    private static ComparedRun? OfId(RunStore store, string asked, string beginning) =>
        UserData.Read(store.List).Where(run => run.Id.StartsWith(beginning, StringComparison.Ordinal)).ToList() switch
        {
            [] when store.Damaged().FirstOrDefault(
                run => run.Key.StartsWith(beginning, StringComparison.Ordinal)) is { Value: { } damage } => throw Mistake(asked, damage),
            [] => null,
            [var run] => new ComparedRun(asked, run, store),
            var several => throw Mistake(asked, $"more than one run begins so: {string.Join(", ", several.Select(run => run.Id))}"),
        };

    /// <summary>
    /// The run that this program would give the recipe, also where one of another version has recorded it under another id.
    /// </summary>
    private static async Task<ComparedRun> OfRecipeAsync(
        BuildSettings project,
        string asked,
        Recipe recipe,
        CancellationToken cancellationToken)
    {
        var dataset = await DatasetOfProject.FindAsync(project, cancellationToken).ConfigureAwait(false);
        var store = new RunStore(project.Project);
        if (recipe.Foreign is { } foreign)
        {
            var (name, run) = await new ForeignRuns(project, store).FindAsync(foreign, dataset, cancellationToken).ConfigureAwait(false);
            return run is not null
                ? new ComparedRun(asked, run, store, recipe.Label)
                : throw Mistake(
                    asked, $"the predictions of the recipe '{recipe.Label}' are not recorded as a run ({name}); `glassy train` reads them");
        }

        if (recipe.Onnx is { } model)
        {
            var (name, run) = await new OnnxRuns(project, store).FindAsync(model, dataset, cancellationToken).ConfigureAwait(false);
            return run is not null
                ? new ComparedRun(asked, run, store, recipe.Label)
                : throw Mistake(
                    asked, $"the model of the recipe '{recipe.Label}' is not evaluated yet ({name}); `{recipe.Command}` does it");
        }

        var id = RunId.Of(recipe.TrainingOptions, dataset.Info);
        return UserData.Read(() => store.Find(id)
            ?? store.List().LastOrDefault(run => run.Options is { } options && RunId.Of(options, run.Dataset) == id)) is { } found
            ? new ComparedRun(asked, found, store, recipe.Label)
            : throw Mistake(
                asked,
                $"the run of the recipe '{recipe.Label}' on '{dataset.Info.Name}' is not recorded ({id}); "
                + $"`{recipe.Command}` makes it");
    }

    /// <summary>By a folder; null when there is none.</summary>
    private async Task<ComparedRun?> AtPathAsync(string asked, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(asked))
        {
            return null;
        }

        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(asked));
        if (File.Exists(Path.Combine(folder, RunFiles.Json)))
        {
            var store = new RunStore(here.Project, Path.GetDirectoryName(folder)!); // a folder with a file in it that is no root
            return new ComparedRun(asked, UserData.Read(() => store.Load(Path.GetFileName(folder))), store);
        }

        return File.Exists(Path.Combine(folder, "glassy.yml")) || Directory.Exists(Path.Combine(folder, "data", "runs"))
            ? await OfRecipeAsync(settingsOf(folder), asked, settingsOf(folder).Config.PrimaryRecipe, cancellationToken).ConfigureAwait(
                false)
            : throw Mistake(
                asked, $"the folder is neither a run (it has no {RunFiles.Json}) nor a project (it has neither glassy.yml nor data/runs)");
    }

    private static DiagnosticException Unknown(string asked, string name, BuildSettings project)
    {
        var labels = project.Config.Recipes.Select(recipe => recipe.Label).ToList();
        return Mistake(
            asked,
            $"no recipe, id of a recorded run or folder is called so{Spelling.Suggest(name, labels)}; recipes: {string.Join("; ", labels)}; "
            + $"recorded: {UserData.Read(new RunStore(project.Project).Describe)}");
    }

    private static DiagnosticException Mistake(string asked, string message) => new(Diagnostic.Error($"'{asked}': {message}"));
}
