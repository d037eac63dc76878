using Glassy.Components;
using Glassy.Components.Guide;
using Glassy.Components.Layout;
using Glassy.Components.Pictures;
using Glassy.Configuration;

namespace Glassy.Tests.Components.Guide;

/// <summary>The components that document the program from its own records.</summary>
public sealed class ReferenceTests
{
    private static readonly CodeDocumentation Documentation = CodeDocumentation.OfThisProgram();

    [Fact]
    public void Every_component_and_each_of_its_attributes_is_described_in_its_source() => Assert.All(
        ComponentCatalog.All(_ => ""),
        component =>
        {
            Assert.NotEmpty(Documentation.SummaryOf(component.GetType())?.Value ?? "");
            Assert.All(AttributeInfo.ListOf(component, Documentation), attribute => Assert.NotEmpty(attribute.Description.Value));
        });

    [Fact]
    public void An_attribute_says_what_it_expects_and_what_it_is_without_one()
    {
        var attributes = AttributeInfo.ListOf(new ImagesTable(), Documentation).ToDictionary(attribute => attribute.Name);

        Assert.Equal(["dirname", "classdigit", "size", "heading", "imagePaths", "count"], attributes.Keys);
        Assert.Equal(
            ("a whole number", "112", false), (attributes["size"].Expected, attributes["size"].Default, attributes["size"].IsRequired));
        Assert.True(attributes["dirname"].IsRequired);
        Assert.Equal(
            "Which pictures: <code>train</code>, <code>test</code>, <code>wrong-predictions</code>.",
            attributes["dirname"].Description.Value);
    }

    [Fact]
    public void Comments_become_html()
    {
        var documentation = CodeDocumentation.Parse("""
            <doc><members><member name="T:Glassy.Components.Layout.Tabs">
              <summary>
              One <c>a &lt; b</c> of <see cref="P:Glassy.X.Name"/> &amp; <paramref name="GroupId"/>,
              never <see langword="null"/>.
              </summary>
            </member></members></doc>
            """);

        Assert.Equal(
            "One <code>a &lt; b</code> of <code>Name</code> &amp; <code>groupId</code>, never <code>null</code>.",
            documentation.SummaryOf(typeof(Tabs))?.Value);
        Assert.Null(documentation.SummaryOf(typeof(Details)));
    }

    [Fact]
    public void The_pages_of_the_guide_leave_no_component_and_no_section_out()
    {
        string Page(string name) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "input", "guide", name));
        var sections = ConfigSchema.Keys.Select(key => key.Path.Contains('.', StringComparison.Ordinal) ? key.Path.Split('.')[0] : "top")
            .Distinct();

        Assert.All(
            ComponentCatalog.All(_ => ""),
            component => Assert.Contains($"name=\"{component.Name}\"", Page("components.md"), StringComparison.Ordinal));
        Assert.All(sections, section => Assert.Contains($"section=\"{section}\"", Page("configuration.md"), StringComparison.Ordinal));
    }
}
