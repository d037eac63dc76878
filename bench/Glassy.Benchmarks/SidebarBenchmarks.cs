using BenchmarkDotNet.Attributes;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Theme;
using Glassy.Tokens;

namespace Glassy.Benchmarks;

/// <summary>The sidebars of a site of 1,000 pages in 25 folders: what pages share is rendered once.</summary>
public class SidebarBenchmarks
{
    private const int Folders = 25;
    private const int PagesInFolder = 40;

    private readonly ScribanTheme _theme = new(new ProjectFolder(AppContext.BaseDirectory));
    private SiteMap _map = SiteMap.Build([], [], []);

    /// <summary>Every page on its own, as a preview that renders one would; or the whole site.</summary>
    [Params(1, Folders * PagesInFolder)]
    public int Pages { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var reader = new PageReader(new SiteConfig(), new TokenEvaluator(expression => expression));
        var files = from folder in Enumerable.Range(
            0, Folders)
                    from page in Enumerable.Range(0, PagesInFolder)
                    select $"dir{folder}/p{page}.md";
        _map = SiteMap.Build([.. files.Select(file => reader.Read(PageSource.Parse(file, file, $"# Page {file}\n", []), []))], [], []);
    }

    [Benchmark]
    public int Render()
    {
        var length = 0;
        foreach (var page in _map.Pages.Take(Pages))
        {
            var sidebar = _map.NavigationOf(page, new SitePath(page.Address)).Sidebar;
            length += _theme.Render("partials/sidebar.html", new { Sidebar = sidebar }, CancellationToken.None).Value.Length;
        }

        return length;
    }
}
