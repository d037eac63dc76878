using Glassy.Theme;

namespace Glassy.Tests.Navigation;

/// <summary>
/// Pages share the entries of their sidebar, so that a theme renders each once; only what leads to the page itself is its own.
/// </summary>
public class SharedSidebarTests
{
    private readonly SiteFixture _site = new("""
        -- a/one.md --
        # one
        -- a/two.md --
        # two
        -- b/three.md --
        # three
        -- four.md --
        # four
        """);

    [Fact]
    public void What_does_not_lead_to_the_page_is_the_same_object_on_pages_of_one_depth()
    {
        var (one, two) = (SidebarOf("a/one.md"), SidebarOf("a/two.md"));

        Assert.Equal(["a", "b", "four"], one.Select(item => item.Label));
        Assert.NotSame(one[0], two[0]);
        Assert.Same(one[1], two[1]);
        Assert.Same(one[2], two[2]);
        Assert.Equal(
            [(true, false), (false, true)],
            new[] { one, two }.Select(sidebar => (sidebar[0].Items[0].IsCurrent, sidebar[0].Items[1].IsCurrent)));
    }

    [Fact]
    public void Pages_of_another_depth_have_other_addresses()
    {
        var (one, four) = (SidebarOf("a/one.md"), SidebarOf("four.md"));

        Assert.Equal(("../../b/three", "../b/three"), (one[1].Items[0].Href, four[1].Items[0].Href));
        Assert.False(four[0].IsOpen);
    }

    private IReadOnlyList<SidebarItem> SidebarOf(string file)
    {
        var page = _site.Page(file);
        return _site.Map.NavigationOf(page, new SitePath(page.Address)).Sidebar;
    }
}
