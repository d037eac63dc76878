using System.Security.Cryptography;
using System.Text.Json;
using Glassy.Caching;
using Glassy.Execution;
using Glassy.Runs;

namespace Glassy.Comparison;

/// <summary>
/// The record of what was asked of test splits: <c>data/looks/</c>, a file a look, named by its content. Folders of two machines are merged
/// by copying, the same look taken on both is one, and no two branches change the same file.
/// </summary>
/// <remarks>
/// Every run was scored, which is a look too. It is counted from the run's own record; here stand comparisons, and runs that were removed.
/// </remarks>
public sealed class TestLooks(ProjectFolder project)
{
    private const string Folder = "data/looks";
    private const int NameLength = 16;

    public void Add(TestLook look)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(look, LookJson.Default.TestLook);
        var place = project.Absolute($"{Folder}/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..NameLength]}.json");
        if (!File.Exists(place))
        {
            using var unfinished = UnfinishedFolder.Beside(place);
            File.WriteAllBytes(Path.Combine(unfinished.Path, Path.GetFileName(place)), bytes);
            unfinished.MoveFilesTo(project.Absolute(Folder));
        }
    }

    /// <summary>In the order of their files' names.</summary>
    /// <exception cref="InvalidDataException">A file is damaged; the message is one line that names it.</exception>
    public IReadOnlyList<TestLook> List()
    {
        var folder = project.Absolute(Folder);
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        return [.. files.Select(Read)];
    }

    /// <summary>How often a dataset's test split was looked at.</summary>
    /// <param name="dataset">SHA-256 of the dataset's content.</param>
    /// <param name="recorded">The runs that are there; those of other datasets do not count.</param>
    /// <inheritdoc cref="List"/>
    public LookCount CountOf(string dataset, IEnumerable<Run> recorded)
    {
        var looks = List().Where(look => look.Dataset == dataset).ToList();
        return new LookCount(
            recorded.Where(run => run.Dataset.Sha256 == dataset).Select(run => run.Id).Union(looks.SelectMany(look => look.Runs)).Count(),
            looks.Count(look => look.IsComparison));
    }

    /// <summary>Removes what an interrupted process was writing.</summary>
    public void Sweep() => UnfinishedFolder.Sweep(project.Absolute(Folder));

    private TestLook Read(string file)
    {
        var name = project.Relative(file);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), LookJson.Default.TestLook)
                ?? throw new InvalidDataException(
                    $"{name}: is 'null', expected a look at a test split; take the file from the repository again");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{name}: {error.Message.ReplaceLineEndings(" ")}; take the file from the repository again", error);
        }
    }
}
