using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Pipelines;

/// <summary>A dataset that is known by its counts and hash, and read only when its pixels are needed.</summary>
/// <param name="Info">What a run records of it.</param>
/// <param name="Notice">What the reader should know of its choice; null when there is nothing.</param>
/// <param name="Loading">Its pictures; read once, however many ask.</param>
public sealed record FoundDataset(DatasetInfo Info, string? Notice, Lazy<Task<ImageDataset>> Loading)
{
    /// <summary>Hash of all files that decide it, their names included; null when that is not known.</summary>
    public string? Key { get; init; }

    /// <summary>What is known of its test pictures besides their classes; none when nothing is.</summary>
    public IReadOnlyList<PictureTrait> TestTraits { get; init; } = [];

    /// <summary>The groups of its training pictures, each once; none when nothing is known of any.</summary>
    public IReadOnlyList<string> TrainGroups { get; init; } = [];

    /// <exception cref="DiagnosticException">Its files are not what they should be.</exception>
    public Task<ImageDataset> LoadAsync() => UserData.ReadAsync(() => Loading.Value);
}
