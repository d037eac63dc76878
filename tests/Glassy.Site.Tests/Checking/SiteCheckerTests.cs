using Glassy.Checking;
using Glassy.Diagnostics;
using Glassy.Progress;

namespace Glassy.Tests.Checking;

public sealed class SiteCheckerTests : IDisposable
{
    private readonly TemporaryProject _site = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Links_to_pages_files_and_anchors_that_are_there_are_right()
    {
        _site.Write(
            "index.html",
            """<a href="./docs/">docs</a><a href="docs/#top">top</a><a href="#here" id="here">here</a><a href="docs/#old">old</a><img src="a.png" srcset="a.png 1x, a.png 2x"><a href="/base/docs/">absolute</a><a href="mailto:a@example.org">mail</a>""");
        _site.Write(
            "docs/index.html",
            """<h1 id="top">Docs</h1><a name="old"></a><a href="../">home</a><a href="https://example.org/x">other</a>""");
        _site.Write("a.png", "x");

        var check = await Check(basePath: "/base/");

        Assert.Empty(check.Problems);
        Assert.Equal((2, 11), (check.Pages, check.Addresses));
        Assert.Equal(["https://example.org/x"], check.External);
    }

    [Theory]
    [InlineData("""<a href="doks/">x</a>""", "index.html:1:1: `doks/`: there is no such file; did you mean `docs`?")]
    [InlineData("<p>\n<a href=\"docs/#tob\">x</a>", "index.html:2:1: `docs/#tob`: there is no such anchor; did you mean `top`?")]
    [InlineData("""<a id="" name=""></a><a href="#t">x</a>""", "index.html:1:22: `#t`: there is no such anchor")]
    [InlineData("""<img src="nowhere.png">""", "index.html:1:1: `nowhere.png`: there is no such file")]
    [InlineData("""<img srcset="nowhere.png 2x">""", "index.html:1:1: `nowhere.png`: there is no such file")]
    [InlineData(
        """<a href="/docs/">outside of the base path</a>""", "index.html:1:1: `/docs/`: there is no such file; did you mean `docs`?")]
    [InlineData("""<a href="../../etc/passwd">x</a>""", "index.html:1:1: `../../etc/passwd`: there is no such file")]
    public async Task What_leads_nowhere_is_reported_with_its_place_and_a_suggestion(string html, string expected)
    {
        _site.Write("index.html", html);
        _site.Write("docs/index.html", "<h1 id=\"top\">Docs</h1>");

        var check = await Check(basePath: "/base/");

        Assert.Equal(expected, Assert.Single(check.Problems).ToString());
    }

    [Fact]
    public async Task A_folder_without_a_site_is_an_error() =>
        await Assert.ThrowsAsync<DiagnosticException>(() => Check(basePath: "/"));

    private Task<SiteCheck> Check(string basePath) => new SiteChecker(_site.Root, basePath, NoProgress.Instance).CheckAsync(Token);
}
