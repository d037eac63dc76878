using AngleSharp.Html.Parser;
using Glassy.Diagnostics;
using Glassy.Imaging;

namespace Glassy.Tests.Pipelines;

/// <summary>What becomes of the pictures and files that pages use.</summary>
public sealed class PictureBuildTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Files_beside_pages_are_published_under_names_that_follow_their_content()
    {
        _project.Write("input/guide/page.md", """
            # Page

            ![small](./my%20small.png) [![linked](./my%20small.png)](./my%20small.png) ![moving](./moving.gif) ![root](/img/root.png)

            [zip](./files/a.zip) <a href="files/a.zip" download>zip</a> [page](./demo.html) [static](/b.zip)
            """);
        _project.Write("input/guide/my small.png", SmallPicture());
        _project.Write("input/guide/moving.gif", [.. "GIF89a"u8, 0x00, 0x04, 0x00, 0x03, 0, 0, 0]);
        _project.Write("input/guide/files/a.zip", "zip");
        _project.Write("input/guide/demo.html", "<script src=\"demo.js\"></script>");
        _project.Write("input/guide/demo.js", "");
        _project.Write("static/img/root.png", SmallPicture());
        _project.Write("static/b.zip", "zip");

        var built = await BuiltProject.BuildAsync(_project.Root);
        var again = await BuiltProject.BuildAsync(_project.Root);
        var broken = await BuiltProject.CheckAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Empty(broken);
        Assert.Equal(0, again.FilesWritten);
        Assert.DoesNotContain("Scaling pictures", built.Began);
        var page = Page("guide/page/index.html");
        var small = page.QuerySelector("img")!.GetAttribute("src")!;
        Assert.Matches(@"^\.\./\.\./assets/img/my%20small-[0-9a-f]{8}\.png$", small);
        Assert.Matches(@"^\.\./\.\./assets/img/moving-[0-9a-f]{8}\.gif$", page.QuerySelectorAll("img")[2].GetAttribute("src")!);
        Assert.Equal(
            ("1024", "768"),
            (page.QuerySelectorAll("img")[2].GetAttribute("width"), page.QuerySelectorAll("img")[2].GetAttribute("height")));
        Assert.Matches(@"^\.\./\.\./assets/img/root-[0-9a-f]{8}\.png$", page.QuerySelectorAll("img")[3].GetAttribute("src")!);
        Assert.Equal("output/img/root.png", Assert.Single(_project.Files("output/img", "*")));
        var links = page.QuerySelectorAll("article p a");
        Assert.Equal(
            (small, "../../guide/demo.html", "../../b.zip"),
            (links[0].GetAttribute("href"), links[3].GetAttribute("href"), links[4].GetAttribute("href")));
        Assert.Matches(@"^\.\./\.\./assets/files/a-[0-9a-f]{8}\.zip$", links[1].GetAttribute("href")!);
        Assert.Equal((links[1].GetAttribute("href"), "a.zip"), (links[2].GetAttribute("href"), links[2].GetAttribute("download")));
        Assert.Equal(
            ["output/guide/demo.html", "output/guide/demo.js", "output/guide/page/index.html", "output/guide/page/index.md"],
            _project.Files("output/guide", "*"));

        _project.Write("input/guide/files/a.zip", "other");
        await BuiltProject.BuildAsync(_project.Root);
        Assert.NotEqual(
            links[1].GetAttribute("href"), Page("guide/page/index.html").QuerySelectorAll("article p a")[1].GetAttribute("href"));
        Assert.Single(_project.Files("output/assets/files", "*"));
    }

    [Fact]
    public async Task Large_pictures_are_scaled_once()
    {
        _project.Write("input/index.md", "---\nimage: ./photo.jpg\n---\n# Page\n\n![a](./photo.jpg)\n\n![b](/img/photo.jpg)\n");
        var photograph = TestPicture.Photograph(1600, 900);
        _project.Write("input/photo.jpg", photograph);
        _project.Write("input/other.md", "---\nimage: /img/photo.jpg\n---\n# Other\n");
        _project.Write("static/img/photo.jpg", photograph);
        _project.Write("glassy.yml", "dataset: flowers\nrun:\n  epochs: 1\nsite:\n  url: https://example.org\n  basePath: /docs\n");

        var built = await BuiltProject.BuildAsync(_project.Root);
        var again = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Contains("Scaling pictures", built.Began);
        Assert.DoesNotContain("Scaling pictures", again.Began);
        Assert.Equal(0, again.FilesWritten);
        var page = Page("index.html");
        var (beside, own) = (page.QuerySelectorAll("article img")[0], page.QuerySelectorAll("article img")[1]);
        Assert.Matches(@"^\./assets/img/photo-[0-9a-f]{8}-1260\.jpg$", beside.GetAttribute("src")!);
        Assert.Matches(
            @"^\./assets/img/photo-[0-9a-f]{8}-630\.jpg 630w, \./assets/img/photo-[0-9a-f]{8}-1260\.jpg 1260w$",
            beside.GetAttribute("srcset")!);
        Assert.Equal(("1600", "900"), (beside.GetAttribute("width"), beside.GetAttribute("height")));
        // the same file
        Assert.Equal((beside.GetAttribute("src"), beside.GetAttribute("srcset")), (own.GetAttribute("src"), own.GetAttribute("srcset")));
        Assert.Equal("image/webp", page.QuerySelector("picture > source:first-child")!.GetAttribute("type"));
        Assert.Equal(
            "https://example.org/docs" + beside.GetAttribute("src")![1..],
            page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal(
            "https://example.org/docs/img/photo.jpg",
            Page("other/index.html").QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Equal(
            ["output/img/photo.jpg"],
            _project.Files("output", "*.jpg").Where(file => !file.StartsWith("output/assets/img/", StringComparison.Ordinal)));
        Assert.Equal(2, _project.Files("output/assets/img", "*.jpg").Count);

        foreach (var file in _project.Files(".cache/scaled", "*.webp"))
        {
            File.Delete(Path.Combine(_project.Root, file));
        }

        var repaired = await BuiltProject.BuildAsync(_project.Root);
        Assert.Contains("Scaling pictures", repaired.Began);
        Assert.Equal(0, repaired.FilesWritten);
    }

    [Fact]
    public async Task A_corrupt_picture_is_reported_with_its_place()
    {
        _project.Write("input/index.md", "# Page\n\n- ![a](./half.jpg)\n\n<img src=\"./text.png\" />\n");
        _project.Write("input/half.jpg", TestPicture.Photograph(1600, 900)[..20000]);
        _project.Write("input/text.png", "no picture");

        var failed = await BuiltProject.BuildAsync(_project.Root);
        var built = await BuiltProject.BuildAsync(_project.Root, Severity.Warning);

        const string Half = "input/index.md:3:3: the picture `./half.jpg` cannot be shown: it is corrupt or incomplete; save it again\n";
        const string Text = "input/index.md:5:10: the picture `./text.png` cannot be shown: the file does not begin as .png files do\n";
        Assert.Equal((true, $"error: {Half}error: {Text}"), (failed.Failed, failed.Errors));
        Assert.Equal((false, $"warning: {Half}warning: {Text}"), (built.Failed, built.Errors));
    }

    private static byte[] SmallPicture() => Png.Encode([1, 2, 3, 4, 5, 6], new ImageShape(2, 3, 1));

    private AngleSharp.Html.Dom.IHtmlDocument Page(string file) => new HtmlParser().ParseDocument(_project.Read("output/" + file));
}
