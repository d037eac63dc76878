using Glassy.Progress;

namespace Glassy.Tests.Preview;

/// <summary>A page that was rendered alone is the page of a whole build, byte for byte; and so is the site after each change.</summary>
public sealed class PreviewBuilderTests : IDisposable
{
    private readonly RunningPreview _preview = new(
        (
            "input/index.md",
            "---\nslug: /\n---\n# Home\n\nRight {{ run.accuracy | percent }}. [A](guide/a.md#part)\n\n<ConfusionMatrix />\n"),
        ("input/guide/a.md", "---\ntags: [one]\n---\n# A\n\nOld text.\n\n## Part\n"),
        ("input/guide/b.mdx", "---\nsidebar_position: 1\n---\nimport Note from './_note.mdx'\n\n# B\n\n<Note />\n\n[A](a.md)\n"),
        ("input/guide/_note.mdx", "Noted.\n"),
        ("input/img/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>"),
        ("site/layouts/plain.html", "<!doctype html><title>{{ title }}</title><body>{{ content }}</body>\n"));

    public void Dispose() => _preview.Dispose();

    [Theory]
    [InlineData("---\ntags: [one]\n---\n# A\n\nNew text, {{ report.macro_f1 | percent }}.\n\n## Part\n\n```python\nx = 1\n```\n")]
    [InlineData("---\ntags: [one]\n---\n# Another title\n\nOld text.\n\n## Part\n")]
    [InlineData("---\ntags: [one, two]\ndescription: Other\n---\n# A\n\n[B](b.mdx) ![](/img/p.svg)\n\n## Part\n")]
    [InlineData("---\nsidebar_position: 2\nsidebar_label: Moved\npagination_next: null\n---\n# A\n\n## Part\n")]
    [InlineData("---\nlayout: plain\n---\n# A\n\n## Part\n")]
    [InlineData("\ufeff# A\r\n\r\nWith Windows' line ends.\r\n\r\n## Part\r\n")]
    public async Task A_changed_page_is_rendered_alone_as_a_whole_build_renders_it(string text)
    {
        Assert.True(await _preview.BuildAsync());
        _preview.Write("input/guide/a.md", text);

        Assert.True(_preview.Update("input/guide/a.md"));

        var whole = await _preview.WholeBuildAsync();
        Assert.Equal(whole["guide/a/index.html"], _preview.FilesOf("output")["guide/a/index.html"]);
        await AssertWholeAsync(whole);
    }

    [Fact]
    public async Task Two_changed_pages_of_which_one_includes_the_other_are_rendered_together()
    {
        _preview.Write("input/guide/b.mdx", "import A from './a.md'\n\n# B\n\n<A />\n");
        Assert.True(await _preview.BuildAsync());
        _preview.Write("input/guide/a.md", "# A\n\nIncluded anew.\n\n## Part\n");
        _preview.Write("input/guide/b.mdx", "import A from './a.md'\n\n# B, changed\n\n<A />\n");

        Assert.True(_preview.Update("input/guide/a.md", "input/guide/b.mdx"));

        Assert.Contains("Included anew.", _preview.Output("guide/b/index.html"), StringComparison.Ordinal);
        await AssertWholeAsync(await _preview.WholeBuildAsync());
    }

    [Fact]
    public async Task A_build_that_was_given_up_when_it_was_writing_already_is_good_to_go_on_from()
    {
        using var overtaken = new CancellationTokenSource();
        _preview.WhileWriting = overtaken.Cancel;
        Assert.True(await _preview.Builder.BuildAsync(mayTrain: true, NoProgress.Instance, overtaken.Token));
        _preview.Write("input/guide/a.md", "# A\n\nNew text.\n\n<ConfusionMatrix />\n\n## Part\n");

        Assert.True(_preview.Update("input/guide/a.md"));

        await AssertWholeAsync(await _preview.WholeBuildAsync());
    }

    [Theory]
    [InlineData("input/guide/new.md", "# New page\n")]
    [InlineData("input/guide/a.md", null)]
    [InlineData("input/guide/a.md", "---\nslug: /elsewhere\n---\n# A\n\n## Part\n")]
    [InlineData("input/guide/a.md", "---\ndraft: true\n---\n# A\n")]
    [InlineData("input/guide/_note.mdx", "Noted anew.\n")]
    [InlineData("input/guide/_category_.yml", "label: The guide\n")]
    [InlineData("input/img/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>")]
    [InlineData("static/robots.txt", "User-agent: nobody\n")]
    [InlineData("site/sidebars.yml", "docs: [index, guide/a]\n")]
    [InlineData("site/layouts/page.html", "<!doctype html><title>{{ title }}</title><body>{{ content }}</body>\n")]
    [InlineData("site/assets/css/glassy.css", "body { color: red }\n")]
    [InlineData("glassy.yml", "dataset: flowers\nrun:\n  epochs: 2\nsite:\n  title: Others\n  trailingSlash: false\n")]
    public async Task What_changes_more_than_pages_is_left_to_the_whole_build(string file, string? text)
    {
        _preview.Write("input/index.md", "---\nslug: /\n---\n# Home\n"); // without the link to a page that is removed below
        _preview.Write("input/guide/b.mdx", "import Note from './_note.mdx'\n\n# B\n\n<Note />\n\n![](/img/p.svg)\n");
        Assert.True(await _preview.BuildAsync());
        var before = _preview.FilesOf("output");
        if (text is null)
        {
            _preview.Delete(file);
        }
        else
        {
            _preview.Write(file, text);
        }

        Assert.Null(_preview.Update(file));
        Assert.Equal(before, _preview.FilesOf("output"));

        var whole = await _preview.WholeBuildAsync();
        Assert.NotEqual(before, whole);
        await AssertWholeAsync(whole);
    }

    [Fact]
    public async Task A_page_with_a_mistake_leaves_the_site_as_it_was_until_it_is_mended()
    {
        Assert.True(await _preview.BuildAsync());
        var good = _preview.FilesOf("output");
        _preview.Write("input/guide/a.md", "# A\n\nText {{ run.acuracy }}\n");

        Assert.False(_preview.Update("input/guide/a.md"));

        var mistake = Assert.Single(_preview.Live.Mistakes);
        Assert.Equal("input/guide/a.md:3:6", mistake.Place);
        Assert.Equal("Text {{ run.acuracy }}", Assert.Single(mistake.Excerpt, line => line.IsFaulty).Text);
        Assert.Equal(good, _preview.FilesOf("output"));

        _preview.Write("input/guide/a.md", "# A\n\nText {{ run.accuracy }}\n\n## Part\n");
        Assert.True(_preview.Update("input/guide/a.md"));

        Assert.Empty(_preview.Live.Mistakes);
        await AssertWholeAsync(await _preview.WholeBuildAsync());
    }

    [Theory]
    [InlineData("input/guide/a.md", "---\ntitle: [\n---\n# A\n", "input/guide/a.md:3:1")]
    [InlineData("input/guide/a.md", "---\ndraft: maybe\n---\n# A\n", "input/guide/a.md:2:8")]
    [InlineData("input/guide/a.md", "---\npagination_next: nowhere\n---\n# A\n", "input/guide/a.md:2:18")]
    [InlineData("input/guide/a.md", "---\nlayout: none\n---\n# A\n", "input/guide/a.md:2:9")]
    [InlineData("input/guide/_note.mdx", "<Nothing />\n", "input/guide/_note.mdx:1:1")]
    [InlineData("site/layouts/page.html", "{{ titel }}\n", "site/layouts/page.html:1:4")]
    [InlineData("site/sidebars.yml", "docs: [nowhere]\n", "site/sidebars.yml:1:8")]
    [InlineData("glassy.yml", "dataset: flowers\nsite:\n  titel: x\n", "glassy.yml:3:3")]
    public async Task Every_mistake_is_shown_with_its_place_and_gone_when_it_is_mended(string file, string text, string place)
    {
        Assert.True(await _preview.BuildAsync());
        var good = _preview.FilesOf("output");
        var before = File.Exists(Path.Combine(_preview.Root, file))
            ? await File.ReadAllTextAsync(Path.Combine(_preview.Root, file), TestContext.Current.CancellationToken)
            : null;
        _preview.Write(file, text);

        Assert.False(await FollowAsync(file));

        Assert.StartsWith(place, Assert.Single(_preview.Live.Mistakes).Place, StringComparison.Ordinal);
        Assert.NotEmpty(_preview.Live.Mistakes[0].Excerpt);
        Assert.Equal(good, _preview.FilesOf("output"));

        if (before is null)
        {
            _preview.Delete(file);
        }
        else
        {
            _preview.Write(file, before);
        }

        Assert.True(await FollowAsync(file));
        Assert.Empty(_preview.Live.Mistakes);
        Assert.Equal(good, _preview.FilesOf("output"));
    }

    [Fact]
    public async Task A_mistake_between_pages_is_not_forgotten_when_one_of_them_is_saved_again()
    {
        _preview.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 2\nsite:\n  onBrokenAnchors: throw\n");
        Assert.True(await _preview.BuildAsync());
        _preview.Write("input/guide/a.md", "# A\n\n## Party\n");
        Assert.True(_preview.Update("input/guide/a.md"));
        Assert.False(await _preview.BuildAsync());
        _preview.Write("input/guide/a.md", "# A\n\n## Party, again\n");

        Assert.False(await FollowAsync("input/guide/a.md"));
        Assert.StartsWith("input/index.md:6:", Assert.Single(_preview.Live.Mistakes).Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_no_run_is_recorded_for_train_nothing()
    {
        Assert.True(await _preview.BuildAsync());
        var runs = Directory.GetDirectories(Path.Combine(_preview.Root, "data/runs"));
        _preview.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 3\n");

        Assert.False(await FollowAsync("glassy.yml"));

        Assert.Contains("`glassy train` makes it", Assert.Single(_preview.Live.Mistakes).Message, StringComparison.Ordinal);
        Assert.Equal(runs, Directory.GetDirectories(Path.Combine(_preview.Root, "data/runs")));
    }

    [Fact]
    public async Task Only_what_readers_see_makes_their_pages_load_again()
    {
        Assert.True(await _preview.BuildAsync());
        var version = _preview.Live.Version;
        _preview.Write("input/guide/a.md", "---\ntags: [one]\n---\n# A\n\nNew text.\n\n## Part\n");
        Assert.True(await FollowAsync("input/guide/a.md"));
        Assert.True(await _preview.BuildAsync());

        Assert.True(await IsStaleAsync("guide/a/index.html", version));
        Assert.False(await IsStaleAsync("guide/b/index.html", version));

        version = _preview.Live.Version;
        _preview.Write("static/own.css", "a {}");
        Assert.True(await FollowAsync("static/own.css"));
        Assert.True(await IsStaleAsync("guide/b/index.html", version));
    }

    private async Task<bool> IsStaleAsync(string page, string version) =>
        (await _preview.Live.NextAsync([page], version, null, TestContext.Current.CancellationToken)).Reload;

    /// <summary>As the preview follows a change: the page alone if that will do, else the whole.</summary>
    private async Task<bool> FollowAsync(string file) => _preview.Update(file) ?? await _preview.BuildAsync(mayTrain: false);

    private async Task AssertWholeAsync(IReadOnlyDictionary<string, string> whole)
    {
        Assert.True(await _preview.BuildAsync());
        Assert.Equal(whole, _preview.FilesOf("output"));
    }
}
