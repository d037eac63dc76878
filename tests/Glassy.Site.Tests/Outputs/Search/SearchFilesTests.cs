using Glassy.Configuration;
using Glassy.Outputs.Search;

namespace Glassy.Tests.Outputs.Search;

public sealed class SearchFilesTests
{
    [Fact]
    public async Task Pages_are_in_the_order_in_which_one_reads_them_which_decides_between_equals()
    {
        var site = new SiteFixture(
            "-- a.md --\n---\nsidebar_position: 3\n---\n# Third\n\n-- b.md --\n---\nsidebar_position: 1\n---\n# First\n\n-- c.md --\n---\nsidebar_position: 2\n---\n# Second\n");

        var files = await SearchFiles.MakeAsync(site.Map, site.Rendered, new SiteConfig(), TestContext.Current.CancellationToken);

        var index = files.Single(file => $"{file.Destination}".EndsWith("/index.js", StringComparison.Ordinal)).Text;
        Assert.Contains("[\"First\",\"Second\",\"Third\"]", index, StringComparison.Ordinal);
    }
}
