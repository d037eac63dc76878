using Glassy.Data;

namespace Glassy.Pipelines;

/// <summary>A dataset that is known by its counts and hash, and read only when its pixels are needed.</summary>
/// <param name="info">What a run records of it.</param>
/// <param name="notice">What the reader should know of its choice; null when there is nothing.</param>
/// <param name="load">Reads it.</param>
internal sealed class FoundDataset(DatasetInfo info, string? notice, Func<CancellationToken, Task<ImageDataset>> load)
{
    private readonly Lock _gate = new();
    private Task<ImageDataset>? _loading;

    public DatasetInfo Info => info;

    public string? Notice => notice;

    /// <summary>The pictures; read once, however many ask.</summary>
    public Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _loading ??= load(cancellationToken);
        }
    }
}
