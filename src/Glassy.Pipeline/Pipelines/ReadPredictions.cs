using System.Security.Cryptography;
using Glassy.Caching;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Foreign;
using Glassy.Metrics;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// Reads what a recipe names of another program's model, once for the same files and data: later builds take it from the cache.
/// </summary>
internal sealed class ReadPredictions(BuildSettings build)
{
    private const string Stage = "predictions";
    private const int Recipe = 2;
    private const string SummaryFile = "read.json";

    /// <param name="recipe">What it names.</param>
    /// <param name="found">What the predictions are about; its pictures are read only when the files are new.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <exception cref="DiagnosticException">Mistakes in a file.</exception>
    public async Task<ReadRecipe> ReadAsync(ForeignRecipe recipe, FoundDataset found, CancellationToken cancellationToken)
    {
        string?[] files = [recipe.Predictions, recipe.Validation, recipe.History];
        if (found.Key is not { } data || files.Any(file => file is not null && !File.Exists(build.Project.Absolute(file))))
        {
            return await ReadNowAsync(recipe, found, cancellationToken).ConfigureAwait(false); // which says what is missing
        }

        var inputs = new { Data = data, found.Info.Sha256, Files = files.Select(HashOf).ToArray(), Scores = recipe.Scores?.ToString() };
        var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
            Stage,
            StageCache.KeyOf(Stage, Recipe, inputs),
            async (folder, token) => await WriteAsync(
                await ReadNowAsync(recipe, found, token).ConfigureAwait(false), found, folder, token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        var summary = entry.Read<Summary>(SummaryFile);
        return new ReadRecipe(
            recipe,
            new ForeignPredictions(
                Load(RunFiles.Predictions),
                summary.Scores,
                summary.AreScoresDeclared,
                summary.Attributes,
                summary.Unread,
                summary.Warnings),
            summary.HeldOut is null ? null : Load(RunFiles.Validation),
            summary.HeldOut,
            summary.Epochs);

        IReadOnlyList<Prediction> Load(string file) => PredictionsFile.Read(File.ReadAllBytes(entry.PathOf(file)), file);
    }

    private async Task<ReadRecipe> ReadNowAsync(ForeignRecipe recipe, FoundDataset found, CancellationToken cancellationToken) =>
        await new ForeignReader(build.Project)
            .ReadAsync(recipe, TestPictures.Of(await found.LoadAsync().ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);

    private static async Task WriteAsync(ReadRecipe read, FoundDataset found, string folder, CancellationToken cancellationToken)
    {
        var (test, classes) = (read.Test, found.Info.Classes.Count);
        await CacheJson.WriteAsync(
            folder,
            SummaryFile,
            new Summary(test.Scores, test.AreScoresDeclared, test.Attributes, test.Unread, test.Warnings, read.HeldOut, read.Epochs),
            cancellationToken).ConfigureAwait(false);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, RunFiles.Predictions),
            PredictionsFile.Write(test.Predictions, classes),
            cancellationToken).ConfigureAwait(false);
        if (read.Validation is { } validation)
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, RunFiles.Validation),
                PredictionsFile.Write(validation, classes),
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The end of its name says how a file is read; a message in the cache names the file.</summary>
    private string? HashOf(string? file)
    {
        if (file is null)
        {
            return null;
        }

        using var stream = File.OpenRead(build.Project.Absolute(file));
        return $"{file} {Convert.ToHexStringLower(SHA256.HashData(stream))}";
    }

    private sealed record Summary(
        ScoreKind? Scores,
        bool AreScoresDeclared,
        IReadOnlyList<PictureTrait> Attributes,
        IReadOnlyList<string> Unread,
        IReadOnlyList<Diagnostic> Warnings,
        string? HeldOut,
        IReadOnlyList<EpochMetrics> Epochs);
}
