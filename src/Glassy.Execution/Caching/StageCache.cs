using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glassy.Caching;

/// <summary>
/// Results of costly stages, each a folder named by the hash of all that decides it: <c>&lt;root&gt;/&lt;stage&gt;/&lt;key&gt;/</c>. An
/// entry is whole or not there: one that has lost or changed a file is made again. Any number of threads and processes may ask at once.
/// </summary>
/// <param name="root">Absolute path of the cache's folder.</param>
public sealed class StageCache(string root)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// SHA-256 (lower-case hex) of canonical JSON of the stage's name, recipe and everything else that changes its result.
    /// </summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="recipe">Bumped by hand whenever the stage's code comes to another result from the same inputs.</param>
    /// <param name="inputs">Options, content hashes, the key of the stage before, library versions.</param>
    public static string KeyOf(string stage, int recipe, object inputs)
    {
        var node = new JsonObject
        {
            ["stage"] = stage,
            ["recipe"] = recipe,
            ["inputs"] = Canonical(JsonSerializer.SerializeToNode(inputs, Json)),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(node.ToJsonString())));
    }

    /// <summary>The entry; null when it is not there or not whole.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    public StageEntry? Find(string stage, string key)
    {
        var folder = FolderOf(stage, key);
        return EntryFiles.FindWhole(folder) is { } files ? new StageEntry(folder, IsHit: true, files) : null;
    }

    /// <summary>The entry, made by <paramref name="create"/> if it is not there or not whole.</summary>
    /// <param name="stage">The stage's name: the folder under the cache's root.</param>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    /// <param name="create">Fills the (empty, temporary) folder that it is given.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    public async Task<StageEntry> GetOrAddAsync(
        string stage,
        string key,
        Func<string, CancellationToken, Task> create,
        CancellationToken cancellationToken)
    {
        if (Find(stage, key) is { } found)
        {
            return found;
        }

        var folder = FolderOf(stage, key);
        using var unfinished = UnfinishedFolder.Beside(folder);
        await create(unfinished.Path, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var files = EntryFiles.Seal(unfinished.Path);
        if (!unfinished.TryMoveTo(folder))
        {
            if (Find(stage, key) is { } others)
            {
                return others with { IsHit = false }; // another process was first: the same key is the same content
            }

            unfinished.MoveFilesTo(folder);
        }

        return new StageEntry(folder, IsHit: false, files);
    }

    /// <summary>Removes what interrupted processes were making; others that are at work now are left alone.</summary>
    public void Sweep()
    {
        UnfinishedFolder.Sweep(root);
        foreach (var stage in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
        {
            UnfinishedFolder.Sweep(stage);
        }
    }

    private string FolderOf(string stage, string key) => Path.Combine(root, stage, key);

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject o =>
            new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Canonical)]),
        _ => node?.DeepClone(),
    };
}

/// <summary>A whole entry of the cache.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="IsHit">It was there already.</param>
/// <param name="Files">Relative to the folder, with <c>/</c>, in ordinal order.</param>
public sealed record StageEntry(string Folder, bool IsHit, IReadOnlyList<string> Files)
{
    /// <summary>Absolute path of one of its files.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);
}
