using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>All test pictures on a page of a built site.</summary>
public sealed class GalleryPipelineTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_page_with_a_gallery_has_all_test_pictures_without_script_and_the_site_what_its_script_loads()
    {
        _project.Write("input/index.md", "---\nslug: /\n---\n# All\n\n<Gallery errors=\"./errors.md\" />\n");
        _project.Write("input/errors.md", "# Errors\n\n<ErrorsExplorer />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(await BuiltProject.CheckAsync(_project.Root));
        var gallery = Page().QuerySelector("figure.gallery")!; // the page has one
        Assert.Equal(15, gallery.QuerySelectorAll("li img").Length);
        Assert.All(
            gallery.QuerySelectorAll("li.wrong i"), // two of the names "blue sky", "grass" and "rose" are too long for a tile
            caption => Assert.StartsWith("→ ", caption.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("long", gallery.QuerySelector(".window")!.ClassList);
        Assert.Contains(
            "label least probable first (highest loss). To filter and to order",
            gallery.QuerySelector("noscript")!.TextContent,
            StringComparison.Ordinal);
        Assert.All(
            new[]
            {
                gallery.GetAttribute("data-predictions"),
                gallery.GetAttribute("data-strips") + "0" + gallery.GetAttribute("data-ending"),
                "assets/js/gallery.js",
                "assets/css/gallery.css"
            },
            file => Assert.True(File.Exists(Path.Combine(_project.Root, "output", file!)), file));
    }

    [Fact]
    public async Task Nothing_is_drawn_where_no_page_has_a_gallery()
    {
        _project.Write("input/index.md", "---\nslug: /\n---\n# None\n\nWrite `<Gallery />`.\n");

        await BuiltProject.BuildAsync(_project.Root);

        Assert.Empty(_project.Files("output/assets/strips", "all*"));
        Assert.Empty(_project.Files(".cache", "gallery"));
    }

    private IDocument Page() => new HtmlParser().ParseDocument(_project.Read("output/index.html"));
}
