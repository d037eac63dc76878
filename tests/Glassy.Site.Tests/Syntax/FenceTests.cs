namespace Glassy.Tests.Syntax;

/// <summary>Fences at any column, as in MDX, where indentation makes no code.</summary>
public class FenceTests
{
    [Theory]
    [InlineData("    ```js\n    a\n      b\n    ```", "javascript", "a\n  b\n")]
    [InlineData("     ~~~py\n   less\n        more\n     ~~~", "python", "less\n   more\n")]
    [InlineData("\t```sh\n\ta\n\t```", "bash", "a\n")]
    [InlineData("text\n    ```js\n    a\n    ```", "javascript", "a\n")]
    [InlineData("- item\n\n      ```js\n      a\n      ```", "javascript", "a\n")]
    [InlineData("> quote\n>\n>     ```js\n>     a\n>     ```", "javascript", "a\n")]
    [InlineData("    ~~~text\n    ```\n    ~~~", "text", "```\n")]
    [InlineData("```js\na\n      ```", "javascript", "a\n")]
    public void A_fence_may_begin_and_end_at_any_column(string text, string language, string code)
    {
        var site = new SiteFixture(text + "\n\nafter");
        Assert.Empty(site.Problems);
        var block = Assert.Single(site.Body.QuerySelectorAll("pre"));
        Assert.Equal((language, code), (block.GetAttribute("data-language"), block.TextContent));
        Assert.Equal("after", site.Body.LastElementChild!.TextContent);
    }

    [Theory]
    [InlineData("    ```js\n    a", "```js\na\n")]
    [InlineData("    a\n    ```js\n    b\n    ```", "a\n```js\nb\n```\n")]
    [InlineData("    ```js `x`\n    a\n    ```", "```js `x`\na\n```\n")]
    public void What_is_no_whole_fence_stays_indented_code(string text, string code)
    {
        var block = Assert.Single(new SiteFixture(text).Body.QuerySelectorAll("pre"));
        Assert.Equal(("text", code), (block.GetAttribute("data-language"), block.TextContent));
    }

    [Fact]
    public void Tags_in_an_indented_fence_are_code()
    {
        var site = new SiteFixture("    ```jsx\n    <Cat>\n    {name}\n    </Dog>\n    ```");
        Assert.Empty(site.Problems);
        Assert.Equal("<Cat>\n{name}\n</Dog>\n", site.Body.QuerySelector("pre")!.TextContent);
    }
}
