using Glassy.Components.Binding;
using Glassy.Publishing;

namespace Glassy.Components.Figures;

/// <summary>A button that computes every marked figure of the page again in the reader's browser: <c>&lt;CheckNumbers /&gt;</c>.</summary>
public sealed class CheckNumbers() : Component<NoAttributes>("CheckNumbers")
{
    /// <param name="Script">That computes them; the predictions are loaded when it is asked to.</param>
    /// <param name="Packed">The script that reads packed predictions.</param>
    /// <param name="Style">Of the marks.</param>
    /// <param name="Predictions">The packed predictions as a script.</param>
    /// <param name="Results">All figures, for readers without script.</param>
    public sealed record Model(string Script, string Packed, string Style, string Predictions, string Results);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site is not { Results: not null, Addresses: { } addresses }
            ? FailWithoutRun(call, context)
            : new Model(
                context.HrefOf("assets/js/check.js"),
                context.HrefOf("assets/js/packed.js"),
                context.HrefOf("assets/css/check.css"),
                context.HrefOf(addresses.Download(SiteFileNames.PredictionsScript)),
                context.HrefOf(addresses.Download(SiteFileNames.Results)));
}
