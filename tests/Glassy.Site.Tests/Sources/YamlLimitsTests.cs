using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Tests.Sources;

public sealed class YamlLimitsTests
{
    [Theory]
    [InlineData("a: &a [1, *a]", 1, "the alias `*a` stands inside what it names, which would have no end")]
    [InlineData("a: &a\n  b: {c: *a}", 2, "the alias `*a` stands inside what it names")]
    public void An_alias_inside_what_it_names_is_reported_where_it_stands(string yaml, int line, string expected)
    {
        var mistake = Check(yaml)!;
        Assert.Equal(("x.yml", line), (mistake.File, mistake.Line));
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_multiply_are_counted_as_what_they_stand_for()
    {
        var lines = Enumerable.Range(0, 8)
            .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat(level == 0 ? "x" : $"*a{level - 1}", 9))}]");
        var mistake = Check(string.Join('\n', lines))!;
        Assert.Contains("more than 100,000 values", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(6, mistake.Line);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(5000, false)]
    public void Levels_are_counted(int levels, bool fits) =>
        Assert.Equal(fits, Check("a: " + new string('[', levels) + new string(']', levels)) is null);

    [Fact]
    public void A_text_beyond_a_million_characters_is_not_read() =>
        Assert.Contains(
            "1,000,001 characters, expected 1,000,000 or fewer", Check(new string('#', 1_000_001))!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a: &a [1]\nb: *a\nc: [*a, *a]")]
    [InlineData("")]
    [InlineData("a: {b")] // its reader says what is wrong with it
    [InlineData("a: *unknown")]
    public void What_is_within_them_is_not_touched(string yaml) => Assert.Null(Check(yaml));

    [Fact]
    public void Front_matter_without_an_end_is_a_mistake_of_its_page()
    {
        var mistake = Assert.Single(new SiteFixture("---\na: &a [1, *a]\n---\n# Page\n").Diagnostics);
        Assert.Equal(("input/page.md", 2), (mistake.File, mistake.Line));
    }

    private static Diagnostic? Check(string yaml) => YamlLimits.Check(yaml, "the text", "x.yml");
}
