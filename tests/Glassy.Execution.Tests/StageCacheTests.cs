using Glassy.Execution;

namespace Glassy.Tests;

public sealed class StageCacheTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_second_request_finds_the_first_ones_folder()
    {
        var cache = new StageCache(_project.Root);
        var made = 0;
        Task Create(string folder, CancellationToken token)
        {
            made++;
            return File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "x", token);
        }

        Assert.Null(cache.Find("stage", "key"));
        var first = await cache.GetOrAddAsync("stage", "key", Create, Token);
        var second = await cache.GetOrAddAsync("stage", "key", Create, Token);

        Assert.Equal((false, true, 1), (first.IsHit, second.IsHit, made));
        Assert.Equal(first.Folder, cache.Find("stage", "key"));
        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(second.Folder, "a.txt"), Token));
    }

    [Fact]
    public async Task A_failed_creation_leaves_nothing()
    {
        var cache = new StageCache(_project.Root);

        await Assert.ThrowsAsync<FormatException>(() => cache.GetOrAddAsync("stage", "key", (_, _) => throw new FormatException(), Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Fact]
    public async Task Many_at_once_agree_on_one_entry()
    {
        var entries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => new StageCache(_project.Root).GetOrAddAsync(
            "stage",
            "key",
            async (folder, token) =>
            {
                await Task.Delay(20, token);
                await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "x", token);
            },
            Token)));

        Assert.Single(entries.Select(e => e.Folder).Distinct());
        Assert.Single(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Fact]
    public void The_key_depends_on_stage_recipe_and_inputs_but_not_on_the_order_of_members()
    {
        var key = StageCache.KeyOf("a", 1, new { X = 1, Y = new[] { 1, 2 } });

        Assert.Equal(key, StageCache.KeyOf("a", 1, new { Y = new[] { 1, 2 }, X = 1 }));
        Assert.NotEqual(key, StageCache.KeyOf("b", 1, new { X = 1, Y = new[] { 1, 2 } }));
        Assert.NotEqual(key, StageCache.KeyOf("a", 2, new { X = 1, Y = new[] { 1, 2 } }));
        Assert.NotEqual(key, StageCache.KeyOf("a", 1, new { X = 1, Y = new[] { 2, 1 } }));
        Assert.Equal(64, key.Length);
    }
}
