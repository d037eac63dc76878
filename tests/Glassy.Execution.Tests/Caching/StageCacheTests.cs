using Glassy.Caching;

namespace Glassy.Tests.Caching;

public sealed class StageCacheTests : IDisposable
{
    private const int Threads = 8;

    private readonly TemporaryProject _project = new();
    private readonly StageCache _cache;
    private int _made;

    public StageCacheTests() => _cache = new StageCache(_project.Root);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_second_request_finds_the_first_ones_files()
    {
        Assert.Null(_cache.Find("stage", "key"));
        var first = await GetAsync();
        var second = await GetAsync();

        Assert.Equal((false, true, 1), (first.IsHit, second.IsHit, _made));
        Assert.Equal((_project.PathOf("stage/key"), _project.PathOf("stage/key")), (first.Folder, second.Folder));
        Assert.Equal(["a.txt", "b/c d.txt"], first.Files);
        Assert.Equal(["a.txt", "b/c d.txt"], second.Files);
        Assert.Equal(second.Files, _cache.Find("stage", "key")?.Files);
        Assert.Equal("text of b/c", await ReadAsync(second, "b/c d.txt"));
        Assert.Equal([".files", "a.txt", "b/c d.txt"], FilesOf("stage/key"));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("b/c d.txt")]
    [InlineData(".files")]
    public async Task An_entry_that_has_lost_or_changed_a_file_is_not_there_and_is_made_again(string file)
    {
        await GetAsync();
        var path = _project.PathOf("stage/key/" + file);
        var whole = await File.ReadAllBytesAsync(path, Token);
        byte[] garbled = [.. whole[..^1], (byte)(whole[^1] ^ 1)];
        byte[]?[] damages = [null, [], whole[..^1], [.. whole, (byte)'x'], garbled];
        foreach (var damage in damages)
        {
            File.Delete(path);
            if (damage is not null)
            {
                await File.WriteAllBytesAsync(path, damage, Token);
            }

            Assert.Null(_cache.Find("stage", "key"));
            var mended = await GetAsync();

            Assert.False(mended.IsHit);
            Assert.Equal(whole, await File.ReadAllBytesAsync(path, Token));
            Assert.NotNull(_cache.Find("stage", "key"));
        }

        Assert.Equal(1 + damages.Length, _made);
        Assert.Equal([".files", "a.txt", "b/c d.txt"], FilesOf("stage/key"));
        Assert.Single(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Fact]
    public async Task A_list_that_was_changed_and_can_still_be_read_is_not_believed()
    {
        await _cache.GetOrAddAsync("stage", "key", async (folder, token) =>
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "1.txt"), "same", token);
            await File.WriteAllTextAsync(Path.Combine(folder, "2.txt"), "same", token);
        }, Token);
        var list = _project.PathOf("stage/key/.files");
        await File.WriteAllTextAsync(
            list, (await File.ReadAllTextAsync(list, Token)).Replace("2.txt", "1.txt", StringComparison.Ordinal), Token);

        Assert.Null(_cache.Find("stage", "key"));
    }

    [Fact]
    public async Task An_entry_of_an_earlier_program_which_has_no_list_is_made_again()
    {
        _project.Write("stage/key/a.txt", "old");

        var entry = await GetAsync();

        Assert.Equal("text of a", await ReadAsync(entry, "a.txt"));
    }

    [Fact]
    public async Task An_entry_may_be_without_files()
    {
        await _cache.GetOrAddAsync("stage", "key", (_, _) => Task.CompletedTask, Token);

        Assert.Equal([], _cache.Find("stage", "key")?.Files);
    }

    [Fact]
    public async Task A_failed_creation_leaves_nothing()
    {
        await Assert.ThrowsAsync<FormatException>(() => _cache.GetOrAddAsync("stage", "key", async (folder, token) =>
        {
            await MakeAsync(folder, token);
            throw new FormatException();
        }, Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Fact]
    public async Task A_cancelled_creation_leaves_nothing_and_a_damaged_entry_as_it_was()
    {
        using var cancellation = new CancellationTokenSource();
        Task<StageEntry> Cancelled() => _cache.GetOrAddAsync("stage", "key", async (folder, token) =>
        {
            Assert.Equal(cancellation.Token, token);
            await MakeAsync(folder, CancellationToken.None);
            await cancellation.CancelAsync();
        }, cancellation.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(Cancelled);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));

        _project.Write("stage/key/a.txt", "damaged");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(Cancelled);
        Assert.Equal(["a.txt"], FilesOf("stage/key"));
        Assert.Single(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Threads_that_make_one_entry_at_once_all_get_it_whole(bool damaged)
    {
        for (var round = 0; round < 20; round++)
        {
            var key = $"key{round}";
            if (damaged)
            {
                _project.Write(Path.Combine((await GetAsync(key)).Folder, "a.txt"), "damaged");
            }

            var arrived = new CountdownEvent(Threads);
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() =>
            {
                var entry = new StageCache(_project.Root).GetOrAddAsync("stage", key, (folder, token) =>
                {
                    arrived.Signal();
                    arrived.Wait(token); // all have found that it is not there, or not whole
                    return MakeAsync(folder, token);
                }, Token).GetAwaiter().GetResult();
                Assert.Equal("text of a", File.ReadAllText(entry.PathOf("a.txt")));
                Assert.Equal("text of b/c", File.ReadAllText(entry.PathOf("b/c d.txt")));
            }, Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

            Assert.NotNull(_cache.Find("stage", key));
        }

        Assert.Equal(20, Directory.EnumerateFileSystemEntries(_project.PathOf("stage")).Count());
    }

    [Fact]
    public async Task While_an_entry_is_mended_its_good_files_stay_in_place()
    {
        var entry = await GetAsync();
        using var done = new CancellationTokenSource();
        var reader = Task.Factory.StartNew(() =>
        {
            var read = 0;
            for (; !done.IsCancellationRequested; read++)
            {
                Assert.Equal("text of b/c", File.ReadAllText(entry.PathOf("b/c d.txt")));
            }

            return read;
        }, Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (var round = 0; round < 100; round++)
        {
            File.Delete(entry.PathOf("a.txt"));
            await GetAsync();
        }

        await done.CancelAsync();
        Assert.True(await reader > 0);
        Assert.Equal(101, _made);
    }

    [Fact]
    public async Task What_another_process_finished_meanwhile_stays()
    {
        var second = await _cache.GetOrAddAsync("stage", "key", async (folder, token) =>
        {
            await GetAsync();
            await File.WriteAllTextAsync(Path.Combine(folder, "second.txt"), "later", token);
        }, Token);

        Assert.Equal((false, "a.txt"), (second.IsHit, second.Files[0]));
        Assert.Equal([".files", "a.txt", "b/c d.txt"], FilesOf("stage/key"));
    }

    [Fact]
    public async Task What_interrupted_processes_were_making_is_swept_and_nothing_else()
    {
        await GetAsync();
        const string Id = "0123456789abcdef0123456789abcdef";
        _project.Write($"stage/.key.{Id}/half.txt", "half");
        _project.Write($"stage/.key.{Id}.lock", "");
        _project.Write($".memory.{Id}/memory", "");
        _project.Write($"stage/.git/config", "");
        _project.Write($"stage/.{Id}/a", "");
        _project.Write($"stage/key.{Id}/a", "");
        _project.Write($"stage/.key.{Id[1..]}/a", "");

        _cache.Sweep();

        Assert.Equal(
            [
                $"stage/.{Id}/a", "stage/.git/config", $"stage/.key.{Id[1..]}/a", $"stage/key.{Id}/a", "stage/key/.files",
                "stage/key/a.txt", "stage/key/b/c d.txt"
            ],
            _project.AllFiles().Order(StringComparer.Ordinal));
        Assert.Equal(["stage"], Directory.GetDirectories(_project.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_process_at_work_is_making_is_not_swept()
    {
        var entry = await _cache.GetOrAddAsync("stage", "key", async (folder, token) =>
        {
            await MakeAsync(folder, token);
            new StageCache(_project.Root).Sweep();
        }, Token);

        Assert.Equal(["a.txt", "b/c d.txt"], entry.Files);
        Assert.Single(Directory.EnumerateFileSystemEntries(_project.PathOf("stage")));
    }

    [Fact]
    public void A_cache_that_is_not_there_need_not_be_swept()
    {
        new StageCache(_project.PathOf("none")).Sweep();

        Assert.False(Directory.Exists(_project.PathOf("none")));
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

    private Task<StageEntry> GetAsync(string key = "key") => _cache.GetOrAddAsync("stage", key, MakeAsync, Token);

    private async Task MakeAsync(string folder, CancellationToken token)
    {
        Interlocked.Increment(ref _made);
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        await File.WriteAllTextAsync(Path.Combine(folder, "b/c d.txt"), "text of b/c", token);
        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "text of a", token);
    }

    private static Task<string> ReadAsync(StageEntry entry, string file) => File.ReadAllTextAsync(entry.PathOf(file), Token);

    private IEnumerable<string> FilesOf(string folder) =>
        _project
            .AllFiles()
            .Where(file => file.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(file => file[(folder.Length + 1)..])
            .Order(StringComparer.Ordinal);
}
