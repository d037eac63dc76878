using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Imaging;
using Glassy.Links;

namespace Glassy.Tests.Building;

public sealed class SiteBuilderTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_large_picture_is_scaled_when_the_pages_are_drafted_and_its_file_let_go_of()
    {
        var shape = new ImageShape(4, 2000, 1);
        var picture = _project.Write("input/wide.png", Png.Encode(new byte[shape.Length], shape));
        var progress = new RecordedProgress();

        var site = await RenderAsync("![x](wide.png)\n", progress, Token);

        Assert.Empty(site.Diagnostics);
        Assert.Equal(["Rendering pages", "Scaling pictures"], progress.Ended);
        using var alone = new FileStream(picture, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(new FileInfo(picture).Length, alone.Length);
    }

    [Fact]
    public async Task Pages_are_not_finished_when_their_drafts_are_cancelled()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var progress = new RecordedProgress { WhenEnded = cancellation.Cancel };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RenderAsync("# A\n", progress, cancellation.Token));

        Assert.Equal(["Rendering pages"], progress.Ended);
    }

    private Task<RenderedSite> RenderAsync(string page, RecordedProgress progress, CancellationToken cancellationToken)
    {
        var files = Directory.Exists(_project.PathOf("input"))
            ? Directory.GetFiles(_project.PathOf("input"))
                .ToDictionary(file => Path.GetFileName(file), file => new SourceFile(file, IsBesidePages: true, IsAuthors: true))
            : [];
        var parts = SiteParts.Of(
            _project.Folder,
            _project.PathOf("input"),
            new GlassyConfig(),
            new ComponentSite { Project = _project.Folder },
            files,
            new StageCache(_project.PathOf(".cache")));
        var texts = new SiteTexts([new InputText("input/a.md", "a.md", page)], new Dictionary<string, string>());
        return new SiteBuilder(parts).RenderAsync(texts, progress, cancellationToken);
    }
}
