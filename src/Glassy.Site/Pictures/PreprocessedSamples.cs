using Glassy.Imaging;

namespace Glassy.Pictures;

/// <summary>A test picture of each class, as chains of preprocessing make it.</summary>
/// <param name="Shape">Of every picture.</param>
/// <param name="Samples">In label order.</param>
/// <param name="Made">One a chain; the first is of no steps, the pictures as they are.</param>
public sealed record PreprocessedSamples(
    ImageShape Shape, IReadOnlyList<PreprocessedSamples.Sample> Samples, IReadOnlyList<PreprocessedSamples.Chain> Made)
{
    /// <summary>Of more classes than this, the first are shown.</summary>
    public const int MostClasses = 10;

    /// <param name="Index">In the test split.</param>
    /// <param name="Label">The class index.</param>
    public sealed record Sample(int Index, int Label);

    /// <param name="Steps">As <see cref="Runs.PreprocessingNames.Join"/> writes them.</param>
    /// <param name="Tiles">One a sample.</param>
    public sealed record Chain(string Steps, IReadOnlyList<TilePlace> Tiles);

    /// <summary>What a chain makes; null when it has not been asked for.</summary>
    /// <param name="chain">As <see cref="Runs.PreprocessingNames.Join"/> writes it.</param>
    public Chain? Find(string chain) => Made.FirstOrDefault(made => made.Steps == chain);
}
