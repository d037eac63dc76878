using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Glassy.Execution;

/// <summary>Results of costly stages, each a folder named by the hash of all that decides it: <c>&lt;root&gt;/&lt;stage&gt;/&lt;key&gt;/</c>.</summary>
/// <param name="root">Absolute path of the cache's folder.</param>
public sealed class StageCache(string root)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>SHA-256 (lower-case hex) of canonical JSON of the stage's name, recipe and everything else that changes its result.</summary>
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

    /// <summary>The folder of an entry that is there; null when it is not.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    public string? Find(string stage, string key) => Path.Combine(root, stage, key) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The folder of the entry, made by <paramref name="create"/> if it is not there.</summary>
    /// <param name="stage">The stage's name: the folder under the cache's root.</param>
    /// <param name="key">From <see cref="KeyOf"/>, or a part of it.</param>
    /// <param name="create">Fills the (empty, temporary) folder that it is given; it is renamed into place when that succeeds.</param>
    public async Task<StageEntry> GetOrAddAsync(
        string stage,
        string key,
        Func<string, CancellationToken, Task> create,
        CancellationToken cancellationToken)
    {
        var folder = Path.Combine(root, stage, key);
        if (Directory.Exists(folder))
        {
            return new StageEntry(folder, IsHit: true);
        }

        var temporary = Path.Combine(root, stage, $".{key}.{Guid.NewGuid():N}");
        Directory.CreateDirectory(temporary);
        try
        {
            await create(temporary, cancellationToken).ConfigureAwait(false);
            MoveIntoPlace(temporary, folder);
            return new StageEntry(folder, IsHit: false);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    /// <summary>Another process may have made the same entry meanwhile: then that one stays, and this one's is dropped.</summary>
    private static void MoveIntoPlace(string temporary, string folder)
    {
        try
        {
            Directory.Move(temporary, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
        }
    }

    private static JsonNode? Canonical(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Canonical(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Canonical)]),
        _ => node?.DeepClone(),
    };
}

/// <summary>An entry of the cache.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="IsHit">It was there already.</param>
public sealed record StageEntry(string Folder, bool IsHit);
