using Glassy.Preview;

namespace Glassy.Tests.Preview;

public sealed class SiteFileTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public SiteFileTests()
    {
        foreach (var file in new[]
        {
            "index.html",
            "404.html",
            "guide/index.html",
            "flat.html",
            "both.html",
            "both/index.html",
            "a b/ü.txt",
            ".glassy-files"
        })
        {
            _project.Write("output/" + file, file);
        }

        _project.Write("secret.txt", "not the site's");
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/guide/", "guide/index.html")]
    [InlineData("/guide/index.html", "guide/index.html")]
    [InlineData("/flat", "flat.html")]
    [InlineData("/flat.html", "flat.html")]
    [InlineData("/both", "both.html")]
    [InlineData("/both/", "both/index.html")]
    [InlineData("/a b/ü.txt", "a b/ü.txt")]
    public void An_address_names_the_file_that_a_static_host_sends(string address, string file)
    {
        var found = Find(address);

        Assert.Equal((_project.PathOf("output/" + file), true, null), (found.Path, found.IsFound, found.Folder));
    }

    [Fact]
    public void The_address_of_a_folder_leads_to_it_with_a_slash() =>
        Assert.Equal((null, true, "/guide/"), (Find("/guide").Path, Find("/guide").IsFound, Find("/guide").Folder));

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/nothing/")]
    [InlineData("/flat/")]
    [InlineData("/../secret.txt")]
    [InlineData("/guide/../../secret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("//etc/passwd")]
    [InlineData("/.glassy-files")]
    [InlineData("/\0")]
    public void What_is_not_the_sites_is_not_there(string address)
    {
        var found = Find(address);

        Assert.Equal((_project.PathOf("output/404.html"), false), (found.Path, found.IsFound));
    }

    [Fact]
    public void Without_a_404_page_there_is_no_file_to_send()
    {
        File.Delete(_project.PathOf("output/404.html"));

        Assert.Null(Find("/nothing").Path);
    }

    [Theory]
    [InlineData("a.html", "text/html; charset=utf-8")]
    [InlineData("a.css", "text/css; charset=utf-8")]
    [InlineData("a.js", "text/javascript; charset=utf-8")]
    [InlineData("a.mjs", "text/javascript; charset=utf-8")]
    [InlineData("a.svg", "image/svg+xml; charset=utf-8")]
    [InlineData("sitemap.xml", "text/xml; charset=utf-8")]
    [InlineData("a.json", "application/json; charset=utf-8")]
    [InlineData("a.webmanifest", "application/manifest+json")]
    [InlineData("a.md", "text/markdown; charset=utf-8")]
    [InlineData("a.PNG", "image/png")]
    [InlineData("a.avif", "image/avif")]
    [InlineData("a.woff2", "font/woff2")]
    [InlineData("a.wasm", "application/wasm")]
    [InlineData("CNAME", "application/octet-stream")]
    public void A_files_type_is_the_one_that_browsers_expect(string file, string type) => Assert.Equal(type, SiteFile.ContentTypeOf(file));

    private SiteFile Find(string address) => SiteFile.Find(_project.PathOf("output"), address);
}
