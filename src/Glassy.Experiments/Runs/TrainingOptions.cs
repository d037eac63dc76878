namespace Glassy.Runs;

/// <summary>What decides a training run besides the data; the defaults are the write-up's recipe.</summary>
public sealed record TrainingOptions
{
    /// <summary>The architecture's name in the catalog.</summary>
    public string Model { get; init; } = "mlp";

    /// <summary>Units of each hidden layer.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>Passes over the training split, 1 or more.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Pictures a step, 1 or more.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Adam's step size, above 0.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>How grey levels become inputs.</summary>
    public Normalization Normalize { get; init; } = Normalization.UnitColumns;

    /// <summary>Seeds initialisation and shuffling.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads of the tensor library; another count gives other bits.</summary>
    public int Threads { get; init; } = 1;
}
