using Glassy.Preview;

namespace Glassy.Tests.Preview;

/// <summary>A preview that follows its files by itself.</summary>
public sealed class PreviewLoopTests : IDisposable
{
    private readonly RunningPreview _preview = new(
        ("input/index.md", "---\nslug: /\n---\n# Home\n"),
        ("input/a.md", "import Note from './_note.md'\n\n# A\n\n<Note />\n"),
        ("input/_note.md", "Noted.\n"));

    public void Dispose() => _preview.Dispose();

    [Fact]
    public async Task A_saved_page_is_shown_at_once_and_the_whole_is_built_when_its_author_pauses()
    {
        await FollowAsync(async () =>
        {
            _preview.Write("input/a.md", "# Another title\n");
            await UntilAsync(() => _preview.Log.Count >= 2);
            Assert.Equal(["built", "updated input/a.md"], _preview.Log.Take(2));
            Assert.Contains("Another title</h1>", _preview.Output("a/index.html"), StringComparison.Ordinal);

            await UntilAsync(() => _preview.Log.Count == 3);
            Assert.Equal("built", _preview.Log[2]);
            Assert.Contains("Another title", _preview.Output("index.html"), StringComparison.Ordinal); // its sidebar
        });
    }

    [Fact]
    public async Task A_mistake_is_shown_the_site_stays_and_mending_it_shows_the_page()
    {
        await FollowAsync(async () =>
        {
            var good = _preview.Output("a/index.html");
            _preview.Write("input/a.md", "# A\n\n<Nothing />\n");
            await UntilAsync(() => _preview.Live.Mistakes.Count == 1);
            Assert.Equal("input/a.md:3:1", _preview.Live.Mistakes[0].Place);
            Assert.Equal(good, _preview.Output("a/index.html"));

            _preview.Write("input/a.md", "# A\n\nMended.\n");
            await UntilAsync(() => _preview.Live.Mistakes.Count == 0);
            Assert.Contains("Mended.", _preview.Output("a/index.html"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Whatever_is_saved_in_whatever_order_the_site_comes_to_be_that_of_a_whole_build()
    {
        await FollowAsync(async () =>
        {
            for (var i = 0; i < 6; i++)
            {
                _preview.Write("input/a.md", $"---\ntitle: Title {i}\n---\nimport Note from './_note.md'\n\n# A\n\n<Note />\n");
                await Task.Delay(i * 150, TestContext.Current.CancellationToken);
                _preview.Write("input/_note.md", $"Noted {i}.\n");
                _preview.Write($"input/new-{i % 2}/page.md", $"# New {i}\n");
                if (i == 3)
                {
                    Directory.Delete(Path.Combine(_preview.Root, "input/new-0"), recursive: true);
                }
            }

            _preview.Write("input/index.md", "---\nslug: /\n---\n# Home, at last\n");
            var whole = await _preview.WholeBuildAsync();
            await UntilAsync(() => whole.OrderBy(f => f.Key).SequenceEqual(_preview.FilesOf("output").OrderBy(f => f.Key)));
        });
    }

    private async Task FollowAsync(Func<Task> edits)
    {
        Assert.True(await _preview.BuildAsync());
        using var changes = _preview.Watch();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var following = new PreviewLoop(_preview.Builder, changes, TimeProvider.System).RunAsync(isUpToDate: true, end.Token);
        await edits();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                if (condition())
                {
                    return;
                }
            }
            catch (IOException)
            {
                // The site is being written: look again.
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("this did not come about within 30 seconds");
    }
}
