using Glassy.Sources;

namespace Glassy.Tests.Sources;

public sealed class UrlSchemeTests
{
    [Theory]
    [InlineData("guide/a.md")]
    [InlineData("/a:b")]
    [InlineData("./a:b")]
    [InlineData("#javascript:")]
    [InlineData("?q=javascript:x")]
    [InlineData("//example.org/x")]
    [InlineData("https://example.org/javascript:x")]
    [InlineData("HTTP://example.org")]
    [InlineData("mailto:a@b.c")]
    [InlineData("tel:+49")]
    [InlineData("c:x")] // a drive
    [InlineData("")]
    public void What_leads_somewhere_is_written(string url) => Assert.Null(UrlScheme.MistakeIn(url));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("j\ta\rv\nascript:alert(1)")]
    [InlineData("javascript\n:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("blob:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("view-source:x")]
    [InlineData("x-unknown.scheme+1:x")]
    public void What_a_browser_would_run_is_not(string url)
    {
        Assert.Contains("which is not written", UrlScheme.MistakeIn(url), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', UrlScheme.MistakeIn(url)!);
        Assert.NotNull(UrlScheme.MistakeInLoaded(url));
    }

    [Fact]
    public void A_picture_may_be_in_its_address()
    {
        Assert.Null(UrlScheme.MistakeInLoaded("data:image/png;base64,AA"));
        Assert.NotNull(UrlScheme.MistakeIn("data:image/svg+xml,<svg onload='x'>"));
    }
}
