using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>A run with all that can be said of its predictions.</summary>
/// <param name="Run">As it was recorded.</param>
/// <param name="Predictions">One a test picture, in test order.</param>
/// <param name="Report">The figures computed from them.</param>
public sealed record RunResults(Run Run, IReadOnlyList<Prediction> Predictions, EvaluationReport Report)
{
    /// <summary>Test pictures whose labels are doubted; null when nothing is known of any.</summary>
    public LabelNotes? Notes { get; init; }

    /// <summary>
    /// Of the figures that are no shares of pictures, by the names that <c>results.json</c> has for them; none where nobody has drawn them.
    /// </summary>
    public IReadOnlyList<FigureInterval> Intervals { get; init; } = [];

    /// <summary>What a temperature makes of its probabilities; null where nothing was held out of training to fit it on.</summary>
    public TemperatureScaling? Scaled { get; init; }

    /// <summary>Which pictures of the dataset are there more than once; null when nobody has looked, or there are no pictures.</summary>
    public DuplicateReport? Duplicates { get; init; }

    /// <summary>Accuracy with and without the test pictures that are training pictures too; null when that is not known.</summary>
    public LeakedAccuracy? Leaks => Duplicates is null ? null : LeakedAccuracy.Of(Predictions, Duplicates);

    /// <summary>What is known of the test pictures besides their classes; none when nothing is.</summary>
    public IReadOnlyList<PictureTrait> Traits { get; init; } = [];

    /// <summary>The groups in which the test pictures come; null when none are known.</summary>
    public PictureGroups? Groups => PictureGroups.From(Traits);

    /// <summary>
    /// Of the accuracy, at 95 %: Wilson's, or of pictures in groups one that is drawn by them. Null where there are too few groups, or none
    /// was drawn.
    /// </summary>
    public Interval? AccuracyInterval => Groups is null
        ? Report.AccuracyProportion.Interval
        : Intervals.FirstOrDefault(interval => interval.Name == FigureInterval.Accuracy)?.Interval;

    /// <summary>What the model says of the author's own drawings; null when there are none for this dataset.</summary>
    public CustomTest? Custom { get; init; }

    /// <summary>Accuracy with and without these doubts; null without notes.</summary>
    public CorrectedAccuracy? Corrected => Notes is null ? null : CorrectedAccuracy.Of(Predictions, Notes);

    public static RunResults Of(Run run, IReadOnlyList<Prediction> predictions) =>
        new(run, predictions, EvaluationReport.From(run.Dataset.Classes, predictions));
}
