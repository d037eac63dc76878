using Glassy.Components.Binding;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>Where a reader gets the run's own files. Addresses are relative to the page.</summary>
/// <param name="Results">Every figure, as JSON.</param>
/// <param name="Predictions">Of every test picture, as CSV.</param>
/// <param name="PredictionsParquet">The same as Parquet.</param>
/// <param name="Weights">As safetensors; null when another program has them.</param>
/// <param name="ModelCard">As Markdown.</param>
public sealed record RunDownloads(string Results, string Predictions, string PredictionsParquet, string? Weights, string ModelCard)
{
    internal static RunDownloads From(Run run, RunAddresses addresses, ComponentContext context) => new(
        context.HrefOf(addresses.Download(SiteFileNames.Results)),
        context.HrefOf(addresses.Download(SiteFileNames.PredictionsCsv)),
        context.HrefOf(addresses.Download(SiteFileNames.PredictionsParquet)),
        run.Foreign is null ? context.HrefOf(addresses.Download(SiteFileNames.Weights)) : null,
        context.HrefOf(addresses.Download(SiteFileNames.ModelCard)));
}
