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
        context.Site.Run is not { } run ? FailWithoutRun(call, context)
        : run.Model is { } model ? new Model(model.Name, summarize(model))
        : run.Parameters is { } parameters ? Without(context, "absent.layers_of", ("parameters", context.Words.Whole(parameters)))
        : Without(context, "absent.layers");
}
