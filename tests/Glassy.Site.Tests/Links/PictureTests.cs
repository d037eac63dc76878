using Glassy.Configuration;
using Glassy.Html;
using Glassy.Links;

namespace Glassy.Tests.Links;

public class PictureTests
{
    private static readonly SiteFiles Files = new(new Dictionary<string, PictureSize?>
    {
        ["a.png"] = new(200, 100),
        ["guide/b.png"] = new(30, 40),
        ["guide/c.svg"] = null,
        ["large.jpg"] = new(3000, 1500),
        ["guide/film.mp4"] = null,
        ["files/a.zip"] = null,
        ["demo.html"] = null,
    });

    [Fact]
    public void Pictures_have_their_size_and_all_but_the_first_are_loaded_when_they_come_near_however_they_are_written()
    {
        var site = new SiteFixture("""
            -- guide/page.md --
            import Shape from './b.png';

            # T

            ## Section

            ![markdown](../a.png "Title")

            <img src="./b.png" alt="html" /> and <img src={require('./b.png').default} /> and <img src={Shape}/> and <Shape/>

            | ![cell](/a.png) |
            |---|

            <div><img src="b.png">

            ![remote](https://example.org/x.png)
            """, siteFiles: Files);
        Assert.Empty(site.Problems);
        var pictures = site.Body.QuerySelectorAll("img");
        Assert.Equal(
            [(
                "../../a.png",
                "200",
                "100"), ("../../guide/b.png", "30", "40"), ("../../guide/b.png", "30", "40"), ("../../guide/b.png", "30", "40"),
                ("../../guide/b.png", "30", "40"), ("../../a.png", "200", "100"), ("../../guide/b.png", "30", "40"),
                ("https://example.org/x.png", null, null)],
            pictures.Select(picture => (picture.GetAttribute("src"), picture.GetAttribute("width"), picture.GetAttribute("height"))));
        Assert.Equal([null, .. Enumerable.Repeat("lazy", 7)], pictures.Select(picture => picture.GetAttribute("loading")));
        Assert.All(pictures, picture => Assert.Equal("async", picture.GetAttribute("decoding")));
        Assert.Equal("Title", pictures[0].GetAttribute("title"));
    }

    [Theory]
    [InlineData("width={50}", "width=\"50\" height=\"25\"")]
    [InlineData("width=\"50px\"", "width=\"50px\" height=\"25\"")]
    [InlineData("height=10", "height=\"10\" width=\"20\"")]
    [InlineData("width=\"50%\"", "width=\"50%\" decoding")]
    [InlineData("width={7} height={9}", "width=\"7\" height=\"9\" decoding")]
    [InlineData("style={{height: 40}}", "style=\"height:40px\" decoding")]
    [InlineData("style={{maxWidth: 40}}", "style=\"max-width:40px\" width=\"200\" height=\"100\"")]
    [InlineData("loading=\"lazy\" decoding=\"sync\"", "loading=\"lazy\" decoding=\"sync\" width=\"200\" height=\"100\">")]
    public void What_an_author_says_about_a_picture_counts(string attributes, string expected)
    {
        var site = new SiteFixture($"<img src=\"/a.png\" {attributes} />\n", siteFiles: Files);
        Assert.Empty(site.Problems);
        Assert.Contains($"<img src=\"../a.png\" {expected}", site.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_pictures_come_at_the_width_that_is_shown_and_as_WebP_where_that_is_smaller()
    {
        var site = new SiteFixture(
            "![x](/large.jpg?v=1)\n\n<img src=\"/large.jpg\" width={300} />\n", siteFiles: Files, publisher: new TwoWidths(Files));
        Assert.Empty(site.Problems);
        Assert.Equal(
            "<picture><source type=\"image/webp\" srcset=\"../w%20630.webp?v=1 630w, ../w1260.webp?v=1 1260w\" sizes=\"(min-width: 42rem) 630px, calc(100vw - 2rem)\">"
            + "<img src=\"../w1260.jpg?v=1\" alt=\"x\" width=\"3000\" height=\"1500\" srcset=\"../w%20630.jpg?v=1 630w, ../w1260.jpg?v=1 1260w\" "
            + "sizes=\"(min-width: 42rem) 630px, calc(100vw - 2rem)\" decoding=\"async\"></picture>",
            site.Body.QuerySelector("p > picture")!.OuterHtml);
        Assert.Equal(
            ["300px", "300px"], site.Body.QuerySelectorAll("picture:has(img[width='300']) > *").Select(part => part.GetAttribute("sizes")));
        Assert.Equal("150", site.Body.QuerySelector("img[width='300']")!.GetAttribute("height"));
    }

    [Fact]
    public void An_authors_own_choice_of_pictures_is_not_put_into_another()
    {
        var site = new SiteFixture("""
            <picture>
              <source srcset="/a.png 1x, /guide/b.png 2x" media="(prefers-color-scheme: dark)" />
              <img src="/large.jpg" />
            </picture>

            <img src="/large.jpg" srcset="/a.png 200w" sizes="10px" />
            """, siteFiles: Files, publisher: new TwoWidths(Files));
        Assert.Empty(site.Problems);
        Assert.Equal("../a.png 1x, ../guide/b.png 2x", Assert.Single(site.Body.QuerySelectorAll("source")).GetAttribute("srcset"));
        Assert.Equal(["../w1260.jpg", "../w1260.jpg"], site.Body.QuerySelectorAll("img").Select(img => img.GetAttribute("src")));
        Assert.Equal([null, "../a.png 200w"], site.Body.QuerySelectorAll("img").Select(img => img.GetAttribute("srcset")));
    }

    [Theory]
    [InlineData(
        "<img src=\"/aa.png\">",
        "1:10: the picture `/aa.png` is not there: neither the project nor the run has it; did you mean `/a.png`?")]
    [InlineData("- x\n- y <img\n    alt=\"\"\n    src='/aa.png' />", "4:9: the picture `/aa.png` is not there")]
    [InlineData("> <div>\n> <img src=\"/aa.png\">\n>\n> x", "2:12: the picture `/aa.png` is not there")]
    [InlineData("<div>\n\n  <p>x</p> <img\n  src=/aa.png>", "4:7: the picture `/aa.png` is not there")]
    [InlineData(
        "<source srcSet=\"/a.png, /bb.png 2x\" />", "1:16: the file `/bb.png` is not there: neither the project nor the run has it")]
    [InlineData(
        "<video\n  poster=\"/aa.png\"\n  src=\"guide/film.mp4\" />",
        "2:10: the file `/aa.png` is not there: neither the project nor the run has it; did you mean `/a.png`?")]
    [InlineData(
        "<a href=\"./othr.md\">x</a>",
        "1:9: the link `./othr.md` leads nowhere: no page or file of the site is there; did you mean `other.md`?")]
    [InlineData(
        "| <a href=\"/other#nope\">x</a> |\n|---|",
        "1:11: the link `/other#nope` leads to no anchor: the page `/other` has no `nope`; did you mean `note`?")]
    [InlineData("<a href=\"#nope\">\n\nx\n\n</a>", "1:9: the link `#nope` leads to no anchor: the page `/page` has no `nope`")]
    [InlineData(
        "---\ntitle: T\nimage: /aa.png\n---\n",
        "3:8: the picture `/aa.png` is not there: neither the project nor the run has it; did you mean `/a.png`?")]
    public void Addresses_in_html_that_lead_nowhere_are_reported_with_their_place_and_the_nearest(string text, string expected)
    {
        var site = new SiteFixture($"-- page.md --\n{text}\n-- other.md --\n## Note\n", siteFiles: Files);
        Assert.StartsWith($"input/page.md:{expected}", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href=\"./other.md?q#note\">x</a>", "<a href=\"../../guide/other?q#note\">x</a>")]
    [InlineData("<a href=\"/guide/other\" className=\"y\">**x**</a>", "<a href=\"../../guide/other\" class=\"y\"><strong>x</strong></a>")]
    [InlineData(
        "<video src=\"./film.mp4\" poster=\"/a.png\" controls />",
        "<video src=\"../../guide/film.mp4\" poster=\"../../a.png\" controls></video>")]
    [InlineData("<video controls>\n  <source src=\"film.mp4\" />\n</video>", "<source src=\"../../guide/film.mp4\">")]
    [InlineData(
        "<div>\n<a href='../a.png' @click=\"x\">y</a> <a href='../a.png' title=\"a > b\">x</a>",
        "<a href=\"../../a.png\" title=\"a &gt; b\">x</a>")]
    [InlineData(
        "<a href=\"pathname:///api/x.html#y\">x</a> <img src=\"pathname:///live.png\" />",
        "<a href=\"../../api/x.html#y\">x</a> <img src=\"../../live.png\" decoding")]
    [InlineData(
        "<a href=\"https://e.org/?a=1&amp;b=2\">x</a> <a href=\"mailto:a@e.org\">y</a>",
        "<a href=\"https://e.org/?a=1&amp;b=2\">x</a> <a href=\"mailto:a@e.org\">y</a>")]
    [InlineData("<a download href=\"/files/a.zip\">x</a>", "<a download=\"a.zip\" href=\"../../files/a.zip\">x</a>")]
    [InlineData("<a href={require('./c.svg').default}>x</a>", "<a href=\"../../guide/c.svg\">x</a>")]
    [InlineData("<iframe src=\"/demo.html\" />", "<iframe src=\"../../demo.html\"></iframe>")]
    [InlineData("`<img src=\"/nowhere.png\">`", "<code>&lt;img src=&quot;/nowhere.png&quot;&gt;</code>")]
    [InlineData("```html\n<a href=\"./nowhere.md\">\n```", "./nowhere.md")]
    [InlineData("<!-- <img src=\"/nowhere.png\"> -->", "<!-- <img src=\"/nowhere.png\"> -->")]
    [InlineData("<div>\n<!-- <img src=\"/nowhere.png\"> -->\nx", "<!-- <img src=\"/nowhere.png\"> -->")]
    public void Addresses_in_html_lead_where_they_would_in_markdown(string text, string expected)
    {
        var site = new SiteFixture($"-- guide/page.md --\n# T\n\n{text}\n-- guide/other.md --\n## Note\n", siteFiles: Files);
        Assert.Empty(site.Problems);
        Assert.Contains(expected, site.HtmlOf("guide/page.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_given_to_a_partial_is_shown_there()
    {
        var site = new SiteFixture("""
            -- guide/page.md --
            import Figure from '../parts/_figure.mdx';
            import own from './b.png';

            <Figure of={own} />

            <Figure of="/a.png" />
            -- parts/_figure.mdx --
            <img src={props.of} />
            """, siteFiles: Files);
        Assert.Empty(site.Problems);
        Assert.Equal(["../../guide/b.png", "../../a.png"], site.Body.QuerySelectorAll("img").Select(img => img.GetAttribute("src")));
        Assert.Equal(["30", "200"], site.Body.QuerySelectorAll("img").Select(img => img.GetAttribute("width")));
    }

    [Theory]
    [InlineData("[x](/files/a.zip)")]
    [InlineData("<a href=\"/files/a.zip\">x</a>")]
    public void No_slash_is_put_behind_a_file(string link)
    {
        var site = new SiteFixture(link, siteFiles: Files, config: new SiteConfig { TrailingSlash = TrailingSlash.Always });
        Assert.Equal("../files/a.zip", site.Body.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("<div title=\"{{ run.accuracy | percent }}\">a</div>", "<div title=\"97.17%\">a</div>")]
    [InlineData("a <span title={'now {{ site.markup }}'}>a</span>", "<span title=\"now &lt;b&gt;&amp;\">a</span>")]
    [InlineData("<div>{{ run.accuracy | percent }}</div>", "<div>97.17%</div>")]
    [InlineData(
        "<div>\n{{ site.markup }} <b title='{{ run.accuracy | percent }}'>x</b> \\{{ kept }}\n",
        "&lt;b&gt;&amp; <b title=\"97.17%\">x</b> {{ kept }}")]
    [InlineData("<div>\n<!-- {{ kept }} -->\n", "<!-- {{ kept }} -->")]
    [InlineData("<pre>\n{{ kept }}\n</pre>", "{{ kept }}")]
    [InlineData("<script>\nconst x = `{{ kept }}`\n</script>", "{{ kept }}")]
    [InlineData("<b title=\"\\{{ kept }}\">x</b>", "<b title=\"{{ kept }}\">x</b>")]
    public void Tokens_in_html_are_the_runs_numbers(string text, string expected)
    {
        var site = new SiteFixture($"# T\n\n{text}\n");
        Assert.Empty(site.Problems);
        Assert.Contains(expected, site.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>\n\nx\n\n> <div>\n> a {{ nope }}", "6:5: {{ nope }}: unknown name 'nope'")]
    [InlineData("a <b title=\"{{ nope }}\">x</b>", "1:12: {{ nope }}: unknown name 'nope'")]
    public void Tokens_in_html_that_mean_nothing_are_reported_with_their_place(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.Equal([$"input/page.md:{expected}"], site.Problems);
    }

    [Fact]
    public void A_file_that_is_no_picture_is_reported_where_it_is_shown()
    {
        var site = new SiteFixture("![x](/a.png)\n\n<img src=\"/a.png\" />\n", siteFiles: Files, publisher: new Broken());
        Assert.Equal(
            [
                "input/page.md:1:1: the picture `/a.png` cannot be shown: it is corrupt",
                "input/page.md:3:10: the picture `/a.png` cannot be shown: it is corrupt"
            ],
            site.Problems);
    }

    [Fact]
    public void Html_may_begin_its_addresses_with_the_base_path()
    {
        var page = new SiteFixture("# T\n").Map.Pages[0];
        var links = new LinkResolver([page], Files) { BasePath = "/docs/" };
        var from = new Glassy.Theme.SitePath("/page/");
        Assert.Equal(
            ("../page", "../a.png"),
            (links.ResolveLink("/docs/page", page, from).Href, links.ResolvePicture("/docs/a.png", page, from)!.Src));
        Assert.NotNull(links.ResolveLink("/docs/nowhere", page, from).Error);
    }

    /// <summary>Every JPEG has two widths.</summary>
    private sealed class TwoWidths(SiteFiles files) : IFilePublisher
    {
        public SitePicture Show(string file) =>
            !file.EndsWith(".jpg", StringComparison.Ordinal) ? files.Show(file) : new SitePicture("w1260.jpg", new(3000, 1500))
            {
                Widths = [new("w 630.jpg", 630), new("w1260.jpg", 1260)],
                WebP = [new("w 630.webp", 630), new("w1260.webp", 1260)],
            };

        public string Link(string file) => file;
    }

    private sealed class Broken : IFilePublisher
    {
        public SitePicture Show(string file) => new(file, null) { Error = "it is corrupt" };

        public string Link(string file) => file;
    }

    [Fact]
    public void A_picture_that_is_scaled_after_its_page_is_rendered_takes_its_place_wherever_it_stands()
    {
        const string Page = """
            -- guide/page.md --
            ---
            image: /large.jpg
            ---
            import Large from '/large.jpg';

            # T

            ## First <ThemedImage alt="themed" sources={{light: '/large.jpg', dark: '/a.png'}} />

            <Heading as="h2" id="own">Own <Large /></Heading>

            :::tip

            ![in a box](/large.jpg)

            :::

            <Note>![in a template](/large.jpg "Title")</Note>

            <picture>
            <source srcset="/a.png" />
            <img src="/large.jpg" alt="own sources" />
            </picture>
            """;
        var once = new SiteFixture(Page, siteFiles: Files, publisher: new ScalingPublisher(asked: 1000));
        var late = new SiteFixture(Page, siteFiles: Files, publisher: new ScalingPublisher(asked: 0));

        Assert.Empty(late.Problems);
        Assert.Equal(5, late.Body.QuerySelectorAll("img[src='../../large-1260.jpg']").Length);
        Assert.Equal(once.Html, late.Html);
        Assert.Equal(
            once.Rendered[0].Markup.Tokens.ToArray().Where(token => token.Kind == MarkupKind.Opening),
            late.Rendered[0].Markup.Tokens.ToArray().Where(token => token.Kind == MarkupKind.Opening));
        Assert.Equal(once.Rendered[0].Toc, late.Rendered[0].Toc);
        Assert.Equal(("/large-1260.jpg", "/large-1260.jpg"), (once.Rendered[0].Image, late.Rendered[0].Image));
    }

    [Fact]
    public void A_picture_that_cannot_be_scaled_is_reported_where_it_is_written()
    {
        var site = new SiteFixture(
            "-- page.md --\nimport Part from './_part.md';\n\n<Part />\n-- _part.md --\nText\n\n![a](/large.jpg)\n",
            siteFiles: Files,
            publisher: new ScalingPublisher(asked: 0) { Error = "it is no JPEG" });

        Assert.Equal(
            ["input/_part.md:3:1: the picture `/large.jpg` cannot be shown: it is no JPEG (included by input/page.md)"], site.Problems);
    }

    /// <summary>Has not scaled a large picture before it has been asked for it by every page.</summary>
    private sealed class ScalingPublisher(int asked) : IFilePublisher
    {
        private int _asked = asked;

        public string? Error { get; init; }

        public string Link(string file) => file;

        public SitePicture Show(string file) => file != "large.jpg" ? new SitePicture(file, Files.Show(file).Size)
            : _asked++ < Places ? new SitePicture(file, new PictureSize(3000, 1500)) { IsPending = true }
            : Error is not null ? new SitePicture(file, new PictureSize(3000, 1500)) { Error = Error }
            : new SitePicture("large-1260.jpg", new PictureSize(3000, 1500))
            {
                Widths = [new("large-630.jpg", 630), new("large-1260.jpg", 1260)],
                WebP = [new("large-630.webp", 630)]
            };

        /// <summary>How often a page asks before it is finished.</summary>
        private int Places => Error is null ? 6 : 1;
    }
}
