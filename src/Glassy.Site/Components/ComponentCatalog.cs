using Glassy.Components.Binding;
using Glassy.Components.Comparison;
using Glassy.Components.Figures;
using Glassy.Components.Guide;
using Glassy.Components.Layout;
using Glassy.Components.Pictures;
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
        new Samples(),
        new Mistakes(),
        new ClassCounts(),
        new ConfusionMatrix(),
        new ErrorsExplorer(),
        new Gallery(),
        new ClassReport(),
        new FiguresComponent(),
        new RecallBars(),
        new ConfusedPairs(),
        new SlicesComponent(),
        new Calibration(),
        new ThresholdCurves(),
        new ConfidenceHistogram(),
        new LabelNotesComponent(),
        new DoubtedLabelsComponent(),
        new FirstLayerWeights(),
        new ModelSummaryComponent(summarize),
        new TrainingLog(),
        new LearningCurve(),
        new RunDetails(),
        new RunTable(),
        new Hypothesis(),
        new CompareRuns(),
        new SeedSpread(),
        new Power(),
        new ChecksComponent(),
        new MethodsComponent(),
        new CheckNumbers(),
        new PreprocessingSteps(),
        new CustomTestComponent(),
        new DrawPad(),
        new WorkspaceTree(),
        new CodeRegion(),
        new CodeBlockComponent(),
        new Tabs(),
        new TabItem(),
        new Details(),
        new When(),
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
