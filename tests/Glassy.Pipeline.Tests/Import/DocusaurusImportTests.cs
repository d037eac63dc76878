using AngleSharp.Html.Parser;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Import;
using Glassy.Tests.Cli;

namespace Glassy.Tests.Import;

public sealed class DocusaurusImportTests : IDisposable
{
    private readonly TemporaryProject _old = new();
    private readonly TemporaryProject _new = new();

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task An_imported_site_is_a_project_that_builds()
    {
        using var flowers = new ScratchProject();
        _old.Write("docusaurus.config.js", """
            const {themes} = require('prism-react-renderer');
            const repo = 'https://github.com/me/site';
            /** @type {import('@docusaurus/types').Config} */
            const config = {
              title: "Cats: 'n dogs", tagline: 'Docs as Code: any', url: 'https://example.org', baseUrl: '/pets/', trailingSlash: true,
              presets: [['classic', {docs: {sidebarPath: require.resolve('./sidebars.js'), editUrl: `https://github.com/me/site/tree/main/`}, blog: false}]],
            };
            module.exports = config;
            """);
        _old.Write(
            "sidebars.js",
            "module.exports = {docs: ['intro', {type: 'category', label: 'More: all', link: null, items: ['deep/second']}]};\n");
        _old.Write("docs/intro.md", "# Intro\n\n[Second](deep/2-second.mdx)\n");
        _old.Write("docs/deep/2-second.mdx", "# Second\n");
        _old.Write("static/img/logo.svg", "<svg/>");

        var imported = await GlassyProcess.RunAsync(_old.Root, "import-docusaurus", ".", "--root", _new.Root);

        Assert.Equal((0, ""), (imported.ExitCode, imported.Errors));
        Assert.Equal(
            "Copied 2 files to input/ and 1 to static/\nWrote glassy.yml\nWrote site/sidebars.yml\n",
            imported.Output.ReplaceLineEndings("\n"));
        Assert.Equal("<svg/>", File.ReadAllText(_new.PathOf("static/img/logo.svg")));
        var site = ConfigReader.Read(File.ReadAllText(_new.PathOf("glassy.yml")), "glassy.yml").Site;
        Assert.Equal(
            (
                "Cats: 'n dogs",
                "Docs as Code: any",
                "https://example.org",
                "/pets/",
                "/docs/",
                TrailingSlash.Always,
                "https://github.com/me/site"),
            (site.Title, site.Tagline, site.Url, site.BasePath, site.RouteBase, site.TrailingSlash, site.Repository));

        var built = await GlassyProcess.RunAsync(_new.Root, "--dataset", Path.Combine(flowers.Root, "flowers"), "--epochs", "1");

        Assert.Equal((0, ""), (built.ExitCode, built.Errors));
        var page = new HtmlParser().ParseDocument(File.ReadAllText(_new.PathOf("output/docs/intro/index.html")));
        Assert.Equal("../../docs/deep/second/", page.QuerySelector("article p a")!.GetAttribute("href"));
        Assert.Equal("More: all", page.QuerySelector(".sidebar summary")!.TextContent.Trim());
    }

    [Fact]
    public void TypeScript_without_its_types_is_read_and_what_is_no_data_is_named_with_its_place()
    {
        _old.Write("docusaurus.config.ts", """
            import {themes as prismThemes} from 'prism-react-renderer';
            import type {Config} from '@docusaurus/types';
            import type * as Preset from '@docusaurus/preset-classic';

            const config: Config = {
              title: 'A satisfies B: Config',
              url: process.env.URL,
              baseUrl: '/',
              plugins: ['./mine'],
              i18n: {defaultLocale: 'en', locales: ['en', 'ar']},
              presets: [['classic', {docs: {routeBasePath: '/'}, blog: {}} satisfies Preset.Options]],
              themeConfig: {navbar: {items: [{href: 'https://github.com/me/it'}]}} satisfies Preset.ThemeConfig,
            };
            export default config;
            """);
        _old.Write("sidebars.ts", """
            import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';
            const more = ['b'] as const;
            export default {docs: ['a', ...more, make()]} satisfies SidebarsConfig;
            """);
        _old.Write("docs/a.md", "# A\n");
        _old.Write("blog/one.md", "# One\n");
        _old.Write("src/pages/index.tsx", "");
        _old.Write("src/components/Card/index.js", "");
        _old.Write("versions.json", "[]");

        var result = Import();

        Assert.Equal(
            [
                "docusaurus.config.ts:11:54: `presets.blog` was not taken over",
                "docusaurus.config.ts:7:8: `url` was not read: it is no literal",
                "docusaurus.config.ts:10:3: `i18n` was not taken over",
                "docusaurus.config.ts:9:3: `plugins` was not taken over",
                "docusaurus.config.ts:12:34: `themeConfig.navbar.items[0]` was not taken over",
                "sidebars.ts:3:38: left out of the sidebars: it is no literal",
                "blog: not taken over: there is no blog",
                "versions.json: not taken over: there is one version",
                "src/pages/index.tsx: not taken over: pages in React become pages in Markdown or layouts",
                "src/components/Card/index.js: not taken over: components in React become templates in site/components/",
            ],
            result.NotTaken.Select(entry => entry.ToString()));
        Assert.Equal(
            "site:\n  title: 'A satisfies B: Config'\n  basePath: /\n  routeBase: /\n  repository: https://github.com/me/it\n",
            File.ReadAllText(_new.PathOf("glassy.yml")));
        Assert.Equal("docs:\n- a\n- b\n", File.ReadAllText(_new.PathOf("site/sidebars.yml")));
    }

    [Fact]
    public async Task What_stands_around_the_pages_is_taken_over_and_builds()
    {
        using var flowers = new ScratchProject();
        _old.Write("docusaurus.config.js", """
            export default {
              title: 'Pets', favicon: 'img/icon.png',
              presets: [['classic', {docs: {editUrl: 'https://example.org/edit', showLastUpdateAuthor: true, onInlineTags: 'throw'}}]],
              plugins: [['@docusaurus/plugin-client-redirects', {redirects: [{from: ['/old', '/older'], to: '/docs/intro'}], fromExtensions: ['html']}]],
              themeConfig: {
                announcementBar: {id: 'x', content: 'See <b>this</b>', backgroundColor: '#fff', isCloseable: true},
                navbar: {
                  title: 'Pets', logo: {alt: 'Logo', src: 'img/icon.png', srcDark: 'img/icon.png', width: 32},
                  items: [
                    {type: 'docSidebar', sidebarId: 'docs', position: 'left', label: 'Read'},
                    {type: 'doc', docId: 'intro', position: 'left'},
                    {to: '/blog', label: 'Blog', position: 'left'},
                    {type: 'dropdown', label: 'More', position: 'left', to: '/docs/intro', items: [{to: '/docs/intro#x', label: 'X'}, {type: 'localeDropdown'}]},
                    {href: 'https://github.com/me/it', 'aria-label': 'Source', className: 'icon'},
                    {type: 'search', position: 'right'},
                    make(),
                  ],
                },
                footer: {
                  style: 'dark',
                  links: [{title: 'Docs', items: [{label: 'Intro', to: '/docs/intro'}, {label: 'Blog', to: '/blog'}, {html: '<i>x</i>'}]}, {label: 'Alone', to: '/'}],
                  copyright: `Copyright © ${new Date().getFullYear()} Us: "me"`,
                },
                prism: {},
              },
            };
            """);
        _old.Write("sidebars.js", "export default {docs: ['intro']};\n");
        _old.Write("docs/intro.md", "---\ntags: [cat]\nlast_update: {author: Ada}\n---\n# Intro\n\n## X\n");
        _old.Write("docs/tags.yml", "cat:\n  label: Cats\n");
        _old.Write("static/img/icon.png", "x");

        var result = Import();

        Assert.Equal(
            [
                "plugins.@docusaurus/plugin-client-redirects.fromExtensions", "themeConfig.announcementBar.backgroundColor",
                "themeConfig.navbar.logo.width",
                "themeConfig.navbar.items[2]", "themeConfig.navbar.items[3].items[1]", "themeConfig.navbar.items[3].to",
                "themeConfig.navbar.items[5]",
                "themeConfig.navbar.items[6]", "themeConfig.footer.style", "themeConfig.footer.links[0].items[1]", "themeConfig.prism",
            ],
            result.NotTaken.Select(entry => entry.Message.Split('`')[1]));
        Assert.Equal(["glassy.yml", "site/sidebars.yml", "site/navbar.yml", "site/footer.yml", "site/redirects.yml"], result.Written);

        var built = await GlassyProcess.RunAsync(_new.Root, "--dataset", Path.Combine(flowers.Root, "flowers"), "--epochs", "1");

        Assert.Equal(0, built.ExitCode);
        Assert.Contains(
            "git does not know when the files in input/ changed (fatal: not a git repository", built.Errors, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(File.ReadAllText(_new.PathOf("output/docs/intro/index.html")));
        Assert.Equal(
            ["Read", "Intro", "More", "X", "Source"],
            page.QuerySelectorAll(".bar-nav :is(a, summary)").Select(item => item.TextContent.Trim()));
        Assert.Equal("Source", Assert.Single(page.QuerySelectorAll(".bar-nav .end .icon > a")).TextContent.Trim());
        Assert.Equal(["Intro", "x", "Alone"], page.QuerySelectorAll(".footer-links li").Select(item => item.TextContent.Trim()));
        var year = DateTimeOffset.UtcNow.Year; // the run was recorded just now
        Assert.Contains(
            page.QuerySelectorAll(".footer-end span"),
            span => span.TextContent == $"Copyright © {year} Us: \"me\"" || span.TextContent == $"Copyright © {year - 1} Us: \"me\"");
        Assert.Equal("See this", page.QuerySelector(".announcement p")!.TextContent);
        Assert.Equal("Cats", page.QuerySelector(".tags a")!.TextContent);
        Assert.Equal("../../img/icon.png", page.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
        Assert.Equal(2, page.QuerySelectorAll(".brand img").Length);
        Assert.Equal("https://example.org/edit/input/intro.md", page.QuerySelector(".page-foot a")!.GetAttribute("href"));
        Assert.Equal("Last changed by Ada", page.QuerySelector(".page-foot span")!.TextContent);
        Assert.True(File.Exists(_new.PathOf("output/older/index.html")));
    }

    [Fact]
    public void Flags_are_flags_and_what_is_not_taken_over_has_its_place()
    {
        _old.Write("docusaurus.config.js", """
            const shared = {
              metadata: [],
            };
            export default {
              title: 'true', trailingSlash: false,
              markdown: {},
              presets: [['classic', {
                docs: {path: 'docs',
                  showLastUpdateTime: true, breadcrumbs: false},
                theme: {customCss: './x.css'},
              }]],
              plugins: [
                ['@docusaurus/plugin-client-redirects', {fromExtensions: ['html']}]],
              themeConfig: {...shared, footer: {links: [{title: 'A', items: [{label: 'none'}]}]}},
            };
            """);
        _old.Write("docs/a.md", "# A\n");

        var result = Import();

        Assert.Equal(
            [
                "docusaurus.config.js:10:5: `presets.theme` was not taken over",
                "docusaurus.config.js:9:33: `docs.breadcrumbs` was not taken over",
                "docusaurus.config.js:6:3: `markdown` was not taken over",
                "docusaurus.config.js:12:3: `plugins.@docusaurus/plugin-client-redirects.fromExtensions` was not taken over",
                "docusaurus.config.js:2:3: `themeConfig.metadata` was not taken over",
                "docusaurus.config.js:14:66: `themeConfig.footer.links[0].items[0]` was not taken over",
            ],
            result.NotTaken.Select(entry => entry.ToString()));
        Assert.Equal(
            "site:\n  showLastUpdateTime: true\n  title: \"true\"\n  trailingSlash: false\n  routeBase: /docs\n",
            File.ReadAllText(_new.PathOf("glassy.yml")));
    }

    [Fact]
    public void Files_that_documents_show_as_code_come_along()
    {
        _old.Write("docs/deep/a.mdx", """
            import one from '!!raw-loader!@site/src/one.js';
            import two from '!!raw-loader!../../lib/two.js';
            import three from '!!raw-loader!./three.js';
            import again from "raw-loader!@site/src/one.js";
            import none from '!!raw-loader!@site/src/none.js';
            import far from '!!raw-loader!../../../far.js';
            """);
        _old.Write("docs/deep/three.js", "3");
        _old.Write("src/one.js", "1");
        _old.Write("lib/two.js", "2");
        _new.Write("lib/two.js", "mine");

        var result = Import();

        Assert.Equal(["src/one.js", "glassy.yml"], result.Written);
        Assert.Equal(("1", "mine"), (File.ReadAllText(_new.PathOf("src/one.js")), File.ReadAllText(_new.PathOf("lib/two.js"))));
        Assert.Equal(["lib/two.js: kept as it is: the file was there already"], result.NotTaken.Select(entry => entry.ToString()));
    }

    [Theory]
    [InlineData(
        "presets: [['classic', {docs: {path: '../../../etc'}}]]",
        "the folder `../../../etc`, which is not copied: it is outside of the project")]
    [InlineData("presets: [['classic', {docs: {path: '.git'}}]]", "the folder `.git`, which is not copied: it is hidden")]
    [InlineData("staticDirectories: ['../../private']", "the folder `../../private`, which is not copied: it is outside of the project")]
    public void Folders_outside_of_the_site_are_not_taken(string setting, string expected)
    {
        _old.Write("docusaurus.config.js", $"export default {{title: 'A', {setting}}};\n");
        _old.Write("docs/a.md", "# A\n");

        var error = Assert.Throws<DiagnosticException>(Import);

        Assert.Contains(expected, Assert.Single(error.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(_new.AllFiles());
    }

    [Fact]
    public void A_navbar_of_one_link_is_taken_over()
    {
        _old.Write(
            "docusaurus.config.js",
            "export default {title: 'A', themeConfig: {navbar: {items: [{label: 'Out', href: 'https://example.org'}]}}};\n");
        _old.Write("docs/a.md", "# A\n");

        var result = Import();

        Assert.Empty(result.NotTaken);
        Assert.Equal("- href: https://example.org\n  label: Out\n  position: right\n", File.ReadAllText(_new.PathOf("site/navbar.yml")));
    }

    [Fact]
    public void Files_are_taken_in_the_order_of_their_names()
    {
        var names = Enumerable.Range(0, 20).Select(i => $"{(char)('a' + (i * 7 % 20))}.md").ToList();
        foreach (var name in names)
        {
            _old.Write($"docs/{name}", "# New\n");
            _new.Write($"input/{name}", "# Mine\n");
        }

        Assert.Equal(
            [.. names.Order(StringComparer.Ordinal).Select(name => $"input/{name}"), "glassy.yml"],
            [.. Import().NotTaken.Select(entry => entry.File), "glassy.yml"]);
    }

    [Fact]
    public void Files_that_are_there_are_kept_and_named()
    {
        _old.Write("docs/a.md", "# New\n");
        _old.Write("docs/b.md", "# B\n");
        _new.Write("input/a.md", "# Mine\n");
        _new.Write("glassy.yml", "site:\n  title: Mine\n");

        var result = Import();

        Assert.Equal((1, 0), (result.Documents, result.Written.Count));
        Assert.Equal(["input/a.md", "glassy.yml"], result.NotTaken.Select(entry => entry.File));
        Assert.Equal(
            ("# Mine\n", "site:\n  title: Mine\n"),
            (File.ReadAllText(_new.PathOf("input/a.md")), File.ReadAllText(_new.PathOf("glassy.yml"))));
    }

    [Theory]
    [InlineData(
        "export default async function make() { return {}; }",
        "docusaurus.config.js:1:16: not read: what it exports is no object literal; nothing is run")]
    [InlineData(
        "const a = b;\nconst b = a;\nexport default a;",
        "docusaurus.config.js:3:16: not read: what it exports is no object literal; nothing is run")]
    public void A_configuration_that_is_made_by_running_is_not_read(string text, string expected)
    {
        _old.Write("docusaurus.config.js", text);

        var result = Import();

        Assert.Equal(expected, Assert.Single(result.NotTaken).ToString());
        Assert.Equal("site:\n  routeBase: /docs\n", File.ReadAllText(_new.PathOf("glassy.yml")));
    }

    [Fact]
    public async Task A_folder_without_a_Docusaurus_site_is_an_error_and_none_is_wrong_usage()
    {
        var empty = await GlassyProcess.RunAsync(_new.Root, "import-docusaurus", _old.Root);
        var missing = await GlassyProcess.RunAsync(_new.Root, "import-docusaurus", "nowhere");
        var none = await GlassyProcess.RunAsync(_new.Root, "import-docusaurus");

        Assert.Equal((1, 1, 2), (empty.ExitCode, missing.ExitCode, none.ExitCode));
        Assert.Contains("this is no Docusaurus site", empty.Errors, StringComparison.Ordinal);
        Assert.Contains("there is no such folder", missing.Errors, StringComparison.Ordinal);
        Assert.Empty(_new.AllFiles());
    }

    private ImportResult Import() => new DocusaurusImporter(_old.Folder, _new.Folder).Run(TestContext.Current.CancellationToken);
}
