using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Metrics;
using Glassy.Recipes;

namespace Glassy.Foreign;

/// <summary>Reads all files that a recipe names of another program's model.</summary>
/// <param name="project">From which paths begin.</param>
public sealed class ForeignReader(ProjectFolder project)
{
    /// <param name="recipe">Which files.</param>
    /// <param name="pictures">What is known of the test pictures.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DiagnosticException">Mistakes in a file.</exception>
    public async Task<ReadRecipe> ReadAsync(ForeignRecipe recipe, TestPictures pictures, CancellationToken cancellationToken)
    {
        var test = await new PredictionReader(project.Absolute(recipe.Predictions), Shown(recipe.Predictions), pictures)
            .ReadAsync(recipe.Scores, cancellationToken).ConfigureAwait(false);
        var (validation, heldOut) = await ReadValidationAsync(recipe, pictures.Classes, cancellationToken).ConfigureAwait(false);
        var epochs = recipe.History is { } history
            ? await HistoryReader.ReadAsync(project.Absolute(history), Shown(history), cancellationToken).ConfigureAwait(false)
            : [];
        return new ReadRecipe(recipe, test, validation, heldOut, epochs);
    }

    private async Task<(IReadOnlyList<Prediction>? Predictions, string? HeldOut)> ReadValidationAsync(
        ForeignRecipe recipe, IReadOnlyList<string> classes, CancellationToken cancellationToken)
    {
        if (recipe.Validation is not { } file)
        {
            return (null, null);
        }

        var (path, name) = (project.Absolute(file), Shown(file));
        var pictures = await PredictedPictures.ReadAsync(path, name, "validation", classes, cancellationToken).ConfigureAwait(false);
        var read = await new PredictionReader(path, name, pictures).ReadAsync(recipe.Scores, cancellationToken).ConfigureAwait(false);
        return (read.Predictions, PredictedPictures.HashOf(pictures));
    }

    private string Shown(string path) => project.Relative(path);
}
