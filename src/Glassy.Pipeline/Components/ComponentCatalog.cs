using Glassy.Components.Guide;
using Glassy.Runs;

namespace Glassy.Components;

/// <summary>The components that there are: a new one is one line here.</summary>
public static class ComponentCatalog
{
    /// <param name="summarize">The model's table as Keras prints it.</param>
    public static IReadOnlyList<Component> All(Func<ModelInfo, string> summarize) =>
    [
        new DatasetCard(),
        new ImagesTable(),
        new CustomImagesTable(),
        new ClassCounts(),
        new ConfusionMatrix(),
        new ErrorsExplorer(),
        new ClassReport(),
        new Figures(),
        new RecallBars(),
        new ConfusedPairs(),
        new Calibration(),
        new ConfidenceHistogram(),
        new LabelNotes(),
        new FirstLayerWeights(),
        new ModelSummary(summarize),
        new TrainingLog(),
        new LearningCurve(),
        new CustomTest(),
        new DrawPad(),
        new WorkspaceTree(),
        new CodeRegion(),
        new CodeBlockComponent(),
        new Tabs(),
        new TabItem(),
        new Details(),
        new AdmonitionComponent(),
        new DocCardList(),
        new TocInline(),
        new Headline(),
        new DigitWall(),
        new Example(),
        new ComponentReference(() => All(summarize)),
        new ConfigurationReference(),
        new CommandReference(),
    ];
}
