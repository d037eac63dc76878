namespace Glassy.Runs;

/// <summary>The trained model without its weights.</summary>
/// <param name="Name">The architecture's name.</param>
/// <param name="Layers">From input to output.</param>
/// <param name="Parameters">All numbers in the weights.</param>
/// <param name="TrainableParameters">Those that training changes.</param>
/// <param name="Bytes">Size of the parameters as float32.</param>
public sealed record ModelInfo(
    string Name,
    IReadOnlyList<ModelLayer> Layers,
    long Parameters,
    long TrainableParameters,
    long Bytes);
