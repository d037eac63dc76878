using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>
/// The part <c>run:</c> of <c>glassy.yml</c>: what decides a training run besides the data. The defaults are the write-up's recipe.
/// </summary>
/// <remarks>
/// Keys that came after the first runs have a setter that knows their default: the generated JSON reader gives <c>init</c> properties none,
/// and a record of before says nothing of them.
/// </remarks>
public sealed record TrainingOptions
{
    private static readonly IReadOnlyList<int> UsualChannels = [16, 32];

    [Architecture("The architecture.")] public string Model { get; init; } = ArchitectureNames.Mlp;
    [Whole(
        "Units of each hidden layer.",
        from: 1,
        Expected = "a list of whole numbers from 1")]
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];
    [Whole("Filters of each convolution of `cnn`; a pooling follows each.", from: 1, Expected = "a list of whole numbers from 1")]
    public IReadOnlyList<int> Channels { get; init => field = value ?? UsualChannels; } = UsualChannels;
    [Share("How much of each hidden dense layer's units is dropped at each training step.")] public double Dropout { get; init; }
    [Whole("Passes over the training pictures.", from: 1)] public int Epochs { get; init; } = 4;
    [Whole("Pictures a training step.", from: 1)] public int BatchSize { get; init; } = 32;
    [Share(
        "How much of the training split is held out of training, to choose epochs and recipes on.")]
    public double Validation { get; init; }
    [Whole(
        "Epochs without a lower validation loss after which training stops; the best epoch's weights are kept.",
        from: 1,
        or: "none")]
    public int? Patience { get; init; }
    [Number("Adam's step size; with a schedule its largest.", above: 0)] public double LearningRate { get; init; } = 1e-3;
    [Choice<LearningSchedule>("How the step size changes over a training.")] public LearningSchedule Schedule { get; init; }
    [Amount(
        "What part of every weight each training step takes off, times the step size (AdamW).")]
    public double WeightDecay { get; init; }
    [Choice<ClassWeighting>(
        "Whether rare classes count more in training, so that all count alike.")]
    public ClassWeighting ClassWeights { get; init; }
    [Share("How much of each label's probability training gives to all classes alike.")] public double LabelSmoothing { get; init; }
    [Augment("How training pictures are changed each time that they are shown, before they are preprocessed.")]
    public string Augment { get; init => field = AugmentationAmounts.Canonical(value); } = AugmentationAmounts.None;
    [Preprocess("Steps that pictures go through, in order, before levels become inputs.")]
    public string Preprocess { get; init => field = PreprocessingNames.Canonical(value); } = PreprocessingNames.None;
    [Choice<Normalization>(
        "How grey levels become the model's inputs.")]
    public Normalization Normalize { get; init; } = Normalization.UnitColumns;
    [Whole("Seeds the initial weights and the shuffling.", from: 0)] public long Seed { get; init; } = 1;
    [Whole("Threads of the tensor library; another count gives other bits.", from: 1)] public int Threads { get; init; } = 1;
}
