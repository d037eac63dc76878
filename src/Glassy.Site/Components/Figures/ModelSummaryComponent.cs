using Glassy.Components.Binding;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>The model's layers as Keras prints them: <c>&lt;ModelSummary /&gt;</c>.</summary>
/// <param name="summarize">Makes the table.</param>
public sealed class ModelSummaryComponent(Func<ModelInfo, string> summarize) : Component<NoAttributes>("ModelSummary")
{
    /// <param name="Name">The architecture's name.</param>
    /// <param name="Text">The table, preformatted.</param>
    public sealed record Model(string Name, string Text);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run
            ? new Model(run.Model.Name, summarize(run.Model))
            : FailWithoutRun(call, context);
}
