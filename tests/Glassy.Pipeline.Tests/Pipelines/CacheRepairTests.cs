using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>Whatever becomes of the cache, the site is the same; and what is made of a run follows all that decides it.</summary>
[Collection(TorchTests.Name)]
public sealed class CacheRepairTests : IDisposable
{
    private static readonly string[] Stages =
    [
        "dataset", "drawing", "drawings", "duplicates", "explanations", "first-layer", "intervals", "pictures", "preprocessing", "results",
        "scaled"
    ];

    private readonly SmallSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("deleted")]
    [InlineData("truncated")]
    [InlineData("garbled")]
    public async Task After_any_damage_to_any_file_of_the_cache_the_next_build_ends_in_the_same_bytes(string damage)
    {
        await _site.BuildAsync();
        var (output, cache) = (_site.FilesOf("output"), CacheFiles());
        Assert.Equal(Stages, cache.Keys.Select(file => file.Split('/')[0]).Distinct());

        var entries = cache.Keys.GroupBy(file => string.Join('/', file.Split('/')[..2])).Select(entry => entry.ToList()).ToList();
        for (var i = 0; i < entries.Max(entry => entry.Count); i++)
        {
            // of every entry one: a second would be mended along with it
            foreach (var file in entries.Where(entry => i < entry.Count).Select(entry => entry[i]))
            {
                Damage(_site.PathOf(".cache/" + file), damage, cache[file]);
            }

            await _site.BuildAsync();

            AssertSame(output, _site.FilesOf("output"));
            AssertSame(cache, CacheFiles());
        }
    }

    [Fact]
    public async Task What_interrupted_builds_left_is_swept()
    {
        const string Id = "0123456789abcdef0123456789abcdef";
        string[] leftovers = [$".cache/pictures/.key.{Id}", $".cache/.links.{Id}", $"data/runs/.run.{Id}"];
        foreach (var folder in leftovers)
        {
            _site.Write(folder + "/half", "");
        }

        await _site.BuildAsync();

        Assert.All(leftovers, folder => Assert.False(Directory.Exists(_site.PathOf(folder)), folder));
    }

    [Fact]
    public async Task What_is_made_of_a_run_is_made_anew_when_what_decides_it_changes_and_only_then()
    {
        await _site.BuildAsync();
        await _site.BuildAsync();
        Assert.All(Stages, stage => Assert.Equal(1, EntriesOf(stage)));
        var run = Assert.Single(_site.Runs.List());

        _site.Write("data/datasets/bars/label-notes.yml", "source: Somebody\nnotes:\n  - { index: 1, given: flat, verdict: neither }\n");
        await _site.BuildAsync();
        Assert.Equal(["pictures", "results"], StagesWith(2));

        _site.Write(
            "data/test/up-1.png",
            await File.ReadAllBytesAsync(_site.PathOf("bars/test/flat/0.png"), TestContext.Current.CancellationToken));
        await _site.BuildAsync(run.Id);
        Assert.Equal((2, 3, 3), (EntriesOf("drawings"), EntriesOf("pictures"), EntriesOf("results")));
        Assert.Equal(run.Id, Assert.Single(_site.Runs.List()).Id); // no drawing asks for a training

        var weights = _site.Runs.LoadWeights(run);
        var halved = new ModelWeights(
            [.. weights.Arrays.Select(array => array with { Values = [.. array.Values.Select(value => value / 2)] })]);
        await File.WriteAllBytesAsync(
            _site.Runs.FileOf(run.Id, RunFiles.Weights),
            SafeTensors.Write(halved, new Dictionary<string, string>()),
            TestContext.Current.CancellationToken);
        await _site.BuildAsync(run.Id);
        Assert.Equal(["drawing", "explanations", "first-layer"], StagesWith(2));
        Assert.Equal((3, 4, 4), (EntriesOf("drawings"), EntriesOf("pictures"), EntriesOf("results")));
    }

    private static void Damage(string path, string how, byte[] content)
    {
        var middle = content.Length / 2;
        switch (how)
        {
            case "deleted":
                File.Delete(path);
                break;
            case "truncated":
                File.WriteAllBytes(path, content[..middle]);
                break;
            default:
                File.WriteAllBytes(path, [.. content[..middle], (byte)(content[middle] ^ 1), .. content[(middle + 1)..]]);
                break;
        }
    }

    private static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    /// <summary>What builds keep: claims are empty files that only stand for who is at work.</summary>
    private SortedDictionary<string, byte[]> CacheFiles() =>
        new(
            _site.FilesOf(".cache").Where(file => !file.Key.StartsWith("claims/", StringComparison.Ordinal)).ToDictionary(),
            StringComparer.Ordinal);

    private IEnumerable<string> StagesWith(int entries) => Stages.Where(stage => EntriesOf(stage) == entries);

    private int EntriesOf(string stage) => Directory.EnumerateFileSystemEntries(_site.PathOf(".cache/" + stage)).Count();
}
