using Glassy.Execution;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tests.Theme;

public sealed class StyleSheetTests : IDisposable
{
    /// <summary>What readers loaded when the style was one file without layers.</summary>
    private const int BytesBeforeLayers = 46_485;

    private readonly ThemeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_file_stands_in_its_layer_in_the_layers_order()
    {
        _folder.With("shipped/styles/utilities.css", ".u { a: b; }")
            .With("shipped/styles/base.css", "p { a: b; }")
            .With("shipped/styles/components/b.css", ".b { a: b; }")
            .With("shipped/styles/components/a.css", ".a { a: b; }")
            .With("shipped/styles/tokens.css", ":root { --a: b; }");

        Assert.Equal(
            "@layer reset,tokens,base,layout,components,utilities;@layer reset{}@layer tokens{:root{--a:b}}@layer base{p{a:b}}@layer layout{}"
            + "@layer components{.a{a:b}.b{a:b}}@layer utilities{.u{a:b}}@layer tokens{:root{--figure:\"Fig. \"}}",
            StyleSheet.Of(_folder.Files, WordsReader.English));
    }

    [Fact]
    public void A_projects_own_file_stands_in_place_of_the_shipped_one_and_its_others_are_added()
    {
        _folder.With("shipped/styles/components/a.css", ".a { a: shipped; }")
            .With("shipped/styles/tokens.css", ":root { --a: shipped; }")
            .With("site/styles/tokens.css", ":root { --a: own; }")
            .With("site/styles/components/mine.css", ".mine { a: own; }")
            .With("site/styles/components-old.css", ".old { a: own; }");

        var style = StyleSheet.Of(_folder.Files, WordsReader.English);

        Assert.Contains("@layer tokens{:root{--a:own}}", style, StringComparison.Ordinal);
        Assert.Contains("@layer components{.a{a:shipped}.mine{a:own}}", style, StringComparison.Ordinal);
        Assert.DoesNotContain(".old", style, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_style_is_in_layers_alone_and_smaller_than_it_was()
    {
        var shipped = ThemeFiles.Of(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));
        var style = StyleSheet.Of(shipped, WordsReader.English);

        Assert.InRange(style.Length, 1, BytesBeforeLayers - 5_000);
        Assert.DoesNotContain("/*", style, StringComparison.Ordinal);
        Assert.StartsWith("@layer reset,tokens,base,layout,components,utilities;@layer reset{", style, StringComparison.Ordinal);
        Assert.DoesNotContain("{}", style, StringComparison.Ordinal);
        Assert.Equal(style.Count(letter => letter == '{'), style.Count(letter => letter == '}'));
        Assert.Equal(
            StyleSheet.Layers.Order(),
            shipped.Below("styles").Keys.Select(file => file.Split('/', '.')[0]).Distinct().Order());
        foreach (var file in shipped.Below("assets").Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal)))
        {
            Assert.Contains("@layer components {\n", File.ReadAllText(file.Value), StringComparison.Ordinal);
        }
    }
}
