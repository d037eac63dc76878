using Glassy.Diagnostics;

namespace Glassy.Tests.Theme;

/// <summary><c>include_shared</c>: what is the same on many pages is rendered once.</summary>
public sealed class SharedTemplateTests : IDisposable
{
    private readonly ThemeFolder _folder = new();

    public sealed class Item
    {
        public int Reads { get; private set; }

        public string Label => $"<{++Reads}>";
    }

    public sealed record Page(string Title, Item Shown);

    [Fact]
    public void One_object_is_rendered_once_for_all_pages()
    {
        _folder
            .With("site/a.html", "{{ title }} {{ include_shared \"item.html\" shown }}")
            .With("site/item.html", "<b>{{ item.label }}</b>");
        var item = new Item();

        string[] pages = [Render(new Page("one", item)), Render(new Page("two", item)), Render(new Page("three", new Item()))];

        Assert.Equal(["one <b>&lt;1&gt;</b>", "two <b>&lt;1&gt;</b>", "three <b>&lt;1&gt;</b>"], pages);
        Assert.Equal(1, item.Reads);
    }

    [Theory]
    [InlineData("{{ include_shared \"item.html\" shown }}", "{{ title }}", "site/item.html:1:4: unknown name 'title'")]
    [InlineData("{{ include_shared \"item.html\" title }}", "", "site/a.html:1:4: include_shared expects a template's name and an object")]
    [InlineData("{{ include_shared \"none.html\" shown }}", "", "site/a.html:1:4: there is no template 'none.html'")]
    public void What_pages_do_not_share_is_not_known_to_it(string template, string item, string expected)
    {
        _folder.With("site/a.html", template).With("site/item.html", item);

        var error = Assert.Throws<DiagnosticException>(() => Render(new Page("x", new Item())));

        Assert.StartsWith("error: " + expected, $"error: {Assert.Single(error.Diagnostics)}", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Render(Page page) => _folder.Render("a.html", page);
}
