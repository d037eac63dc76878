using Glassy.Building;
using Glassy.Reading;

namespace Glassy.Tests.Reading;

public sealed class ComponentUseTests
{
    [Theory]
    [InlineData("<DrawPad />")]
    [InlineData("Draw here: <DrawPad /> now")]
    [InlineData("<Tabs>\n<TabItem value=\"a\">\n\n<DrawPad />\n\n</TabItem>\n</Tabs>")]
    [InlineData("| a |\n|---|\n| <DrawPad /> |")]
    [InlineData("export const Desk = () => (<div><DrawPad /></div>);\n\n<Desk />")]
    public void A_tag_is_a_use(string text) => Assert.True(ComponentUse.Has(text, "DrawPad"));

    [Theory]
    [InlineData("The DrawPad is a component.")]
    [InlineData("`<DrawPad />`")]
    [InlineData("```md\n<DrawPad />\n```")]
    [InlineData("{/* <DrawPad /> */}")]
    [InlineData("<DrawPads />")]
    [InlineData("<CodeBlock>{`<DrawPad />`}</CodeBlock>")]
    public void A_name_is_none(string text) => Assert.False(ComponentUse.Has(text, "DrawPad"));

    [Theory]
    [InlineData("page.md", true)]
    [InlineData("_partial.mdx", true)]
    [InlineData("data.txt", false)]
    public void Texts_use_what_a_page_or_a_partial_uses(string file, bool uses)
    {
        var texts = new SiteTexts(
            [
                new InputText("input/index.md", "index.md", "# Home"),
                new InputText("input/" + file, file, "---\ntitle: A\n---\n<DrawPad />")
            ],
            new Dictionary<string, string>());

        Assert.Equal(uses, texts.Use("DrawPad"));
    }
}
