using Glassy.Configuration;
using Glassy.Outputs.Plain;
using Glassy.Wording;

namespace Glassy.Tests.Outputs.Plain;

public sealed class PlainFilesTests
{
    [Fact]
    public async Task Nothing_is_written_when_it_is_cancelled_before()
    {
        var site = new SiteFixture("# A\n");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PlainFiles.WriteAsync(
            site.Map, site.Rendered, new SiteConfig(), WordsReader.English, new HashSet<string>(), new CancellationToken(canceled: true)));
    }
}
