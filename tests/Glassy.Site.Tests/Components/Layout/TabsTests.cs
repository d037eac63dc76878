using AngleSharp.Html.Parser;
using Glassy.Components.Layout;
using Glassy.Execution;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Components.Layout;

public class TabsTests
{
    [Fact]
    public void Every_panel_is_in_the_page_and_one_is_chosen()
    {
        var model = Render("""
            import Tabs from '@theme/Tabs';
            import TabItem from '@theme/TabItem';

            <Tabs groupId="os" queryString className="wide">
              <TabItem value="win" label="Windows">

              - a

              ```sh
              </TabItem>
              ```

              </TabItem>
              <TabItem value="mac" label="macOS" default className="y" attributes={{className: 'x'}}>

              :::note
              b
              :::

              </TabItem>
              <TabItem value="linux">*c*</TabItem>
            </Tabs>
            """);
        Assert.Equal(("tabs-1", "os", "os", "wide"), (model.Id, model.Group, model.Query, model.ClassName));
        Assert.Equal(
            ["win:Windows:False::", "mac:macOS:True:y:x", "linux:linux:False::"],
            model.Items.Select(i => $"{i.Value}:{i.Label}:{i.IsSelected}:{i.ClassName}:{i.TabClass}"));
        Assert.Contains("&lt;/TabItem&gt;", model.Items[0].Children.Value, StringComparison.Ordinal);
        Assert.Contains("admonition-note", model.Items[1].Children.Value, StringComparison.Ordinal);
        Assert.Contains("<em>c</em>", model.Items[2].Children.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("defaultValue=\"b\" values={[{label: 'A', value: 'a'}, {label: 'B', value: 'b'}]}", "A:False B:True")]
    [InlineData("defaultValue={null}", "a:False b:False")]
    [InlineData("values={[{value: 'b', default: true}]}", "a:False b:True")]
    [InlineData("lazy block", "a:True b:False")]
    public void Labels_and_the_first_choice_come_from_the_attributes(string attributes, string expected)
    {
        var model = Render(
            $"<Tabs {attributes}>\n<TabItem value=\"a\">\n\nx\n\n</TabItem><TabItem value=\"b\">\n\ny\n\n</TabItem>\n</Tabs>");
        Assert.Equal(expected, string.Join(' ', model.Items.Select(item => $"{item.Label}:{item.IsSelected}")));
    }

    [Fact]
    public void Tabs_stand_in_tabs_lists_and_on_the_lines_of_other_tags()
    {
        var site = new SiteFixture("""
            1. one

               <Tabs><TabItem value="a">

               <Tabs>
                 <TabItem value="b">

                     text

                 </TabItem>
               </Tabs>

               </TabItem></Tabs>

            2. two
            """);
        Assert.Empty(site.Problems);
        Assert.Equal(2, site.Templates.Rendered.Count(entry => entry.Model is Tabs.Model));
        Assert.Equal(2, site.Body.QuerySelectorAll("ol > li").Length);
        Assert.Contains(
            "<p>text</p>",
            site.Templates.Rendered.Select(entry => entry.Model).OfType<Tabs.Model>().First().Items[0].Children.Value,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Tabs>\n</Tabs>", "1:1: <Tabs> holds no <TabItem>")]
    [InlineData("<Tabs>\ntext\n<TabItem value=\"a\">x</TabItem>\n</Tabs>", "2:1: only <TabItem> can stand between <Tabs> and </Tabs>")]
    [InlineData("<Tabs>\n\n- text\n\n<TabItem value=\"a\">x</TabItem>\n</Tabs>", "3:1: only <TabItem> can stand")]
    [InlineData("<Tabs>\n<TabItem>x</TabItem>\n</Tabs>", "2:1: <TabItem> needs the attribute `value`")]
    [InlineData(
        "<Tabs>\n<TabItem value=\"a\" lable=\"x\">x</TabItem>\n</Tabs>", "2:20: <TabItem> has no attribute `lable`; did you mean `label`?")]
    [InlineData(
        "<Tabs>\n<TabItem value=\"a\">x</TabItem>\n<TabItem value=\"a\">x</TabItem>\n</Tabs>", "3:16: two <TabItem> have the value `a`")]
    [InlineData(
        "<Tabs defaultValue=\"mca\">\n<TabItem value=\"mac\">x</TabItem>\n</Tabs>",
        "1:20: <Tabs> `defaultValue` is the value of no <TabItem>; did you mean `mac`? known: mac")]
    [InlineData("<Tabs queryString>\n<TabItem value=\"mac\">x</TabItem>\n</Tabs>", "1:7: <Tabs> `queryString` needs a name")]
    [InlineData("<Tabs values={['a']}>\n<TabItem value=\"a\">x</TabItem>\n</Tabs>", "1:16: <Tabs> `values` must be a list of")]
    [InlineData("<TabItem value=\"a\">\n\nx\n\n</TabItem>", "1:1: <TabItem>: it stands only between <Tabs> and </Tabs>")]
    public void Mistakes_are_reported_with_file_line_and_column(string text, string expected)
    {
        var site = new SiteFixture(text);
        Assert.StartsWith($"input/page.md:{expected}", Assert.Single(site.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_works_without_script()
    {
        var theme = new ScribanTheme(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));
        var model = new Tabs.Model("tabs-1", "o\"s", null, null, false,
        [
            new Tabs.Item("a", "A & <b>", false, null, "t", new RawHtml("<p>x</p>")) { Id = "tabs-1-0" },
            new Tabs.Item("b", "B", true, "c", null, new RawHtml("<p>y</p>")) { Id = "tabs-1-1" },
        ]);
        var body = new HtmlParser().ParseDocument(
            theme.Render("components/Tabs.html", model, TestContext.Current.CancellationToken).Value).Body!;
        Assert.Equal("o\"s", body.QuerySelector(".tabs")!.GetAttribute("data-group"));
        Assert.Equal(["A & <b>", "B"], body.QuerySelectorAll("input[type=radio][name=tabs-1] + label").Select(l => l.TextContent));
        Assert.Equal(["tabs-1-0", "tabs-1-1"], body.QuerySelectorAll("label").Select(l => l.GetAttribute("for")));
        Assert.Equal(["tab t", "tab"], body.QuerySelectorAll("label").Select(l => l.ClassName));
        Assert.Equal("y", body.QuerySelector("input[checked] + label + .tab-panel.c > p")!.TextContent);
    }

    [Theory]
    [InlineData("<Details summary=\"S\" open>\n\n*a*\n\n</Details>", "S", true)]
    [InlineData("import Details from '@theme/Details';\n\n<Details>\n<summary>S</summary>\n*a*\n</Details>", null, false)]
    public void Details_hold_markdown(string text, string? summary, bool open)
    {
        var site = new SiteFixture(text);
        Assert.Empty(site.Problems);
        var model = site.Templates.Model<Details.Model>();
        Assert.Equal((summary, open), (model.Summary, model.Open));
        Assert.Contains("<em>a</em>", model.Children.Value, StringComparison.Ordinal);
    }

    private static Tabs.Model Render(string text)
    {
        var site = new SiteFixture(text);
        Assert.Empty(site.Problems);
        return site.Templates.Model<Tabs.Model>();
    }
}
