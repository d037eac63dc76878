using Glassy.Runs;

namespace Glassy.Recipes;

/// <summary>A recorded run, and the recipe that asks for it.</summary>
/// <param name="recipe">One of the project's.</param>
/// <param name="run">As it was recorded.</param>
/// <param name="isNew">Whether this build has made it.</param>
/// <param name="read">Reads its predictions and computes their figures.</param>
public sealed class RecipeRun(Recipe recipe, Run run, bool isNew, Func<RunResults> read)
{
    private readonly Lazy<RunResults> _results = new(read);

    public Recipe Recipe => recipe;

    public Run Run => run;

    /// <summary>
    /// By which runs of a recipe are told apart, and paired with those of another: what the training was given, or the number of the file.
    /// </summary>
    public long Seed => recipe.Foreign?.Seed ?? recipe.Onnx?.Seed ?? run.Options?.Seed ?? 0;

    public bool IsNew => isNew;

    /// <summary>The figures of its predictions; read when something first asks for them.</summary>
    /// <exception cref="Diagnostics.DiagnosticException">Its predictions are missing or damaged.</exception>
    public RunResults Results => _results.Value;
}
