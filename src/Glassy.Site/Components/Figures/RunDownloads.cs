using Glassy.Components.Binding;
using Glassy.Publishing;

namespace Glassy.Components.Figures;

/// <summary>Where a reader gets the run's own files. Addresses are relative to the page.</summary>
/// <param name="Results">Every figure, as JSON.</param>
/// <param name="Weights">As safetensors.</param>
/// <param name="ModelCard">As Markdown.</param>
public sealed record RunDownloads(string Results, string Weights, string ModelCard)
{
    internal static RunDownloads From(RunAddresses addresses, ComponentContext context) => new(
        context.HrefOf(addresses.Download(SiteFileNames.Results)),
        context.HrefOf(addresses.Download(SiteFileNames.Weights)),
        context.HrefOf(addresses.Download(SiteFileNames.ModelCard)));
}
