using Glassy.Imaging;

namespace Glassy.Runs;

/// <summary>All that is needed to predict: the recipe's options, the pictures' size and the weights.</summary>
/// <param name="Options">Give the architecture, the normalisation and the threads.</param>
/// <param name="Shape">The size of every picture.</param>
/// <param name="Classes">How many there are.</param>
/// <param name="Weights">Those of the architecture.</param>
public sealed record TrainedModel(TrainingOptions Options, ImageShape Shape, int Classes, ModelWeights Weights);
