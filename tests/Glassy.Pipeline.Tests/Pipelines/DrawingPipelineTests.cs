using Glassy.Tests.Configuration;

namespace Glassy.Tests.Pipelines;

/// <summary>What drawing needs is made where a page draws, and only there.</summary>
public sealed class DrawingPipelineTests(ConfiguredSite site) : IClassFixture<ConfiguredSite>
{
    private const string Gallery = "assets/drawing/gallery.png";

    [Theory]
    [InlineData("<DrawPad />", true)]
    [InlineData("Write `<DrawPad />` to let readers draw.", false)]
    public async Task The_tag_asks_for_it_and_code_that_shows_the_tag_does_not(string text, bool isMade)
    {
        var files = await site.BuildAsync(text, new Dictionary<string, string>());

        Assert.Equal(isMade, files.ContainsKey(Gallery));
        Assert.Contains("index.html", files.Keys);
    }
}
