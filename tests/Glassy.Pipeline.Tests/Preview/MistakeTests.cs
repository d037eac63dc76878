using System.Text;
using Glassy.Diagnostics;
using Glassy.Preview;

namespace Glassy.Tests.Preview;

public sealed class MistakeTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_mistake_shows_its_place_and_the_lines_around_it()
    {
        _project.Write("input/a.md", "one\ntwo\r\nthree\n\tfour\nfive\nsix\nseven\n");

        var mistake = Mistake.Of(Diagnostic.Error("wrong", "input/a.md", 4, 2), _project.Folder);

        Assert.Equal(("input/a.md:4:2", "wrong"), (mistake.Place, mistake.Message));
        Assert.Equal(
            [
                new ExcerptLine(2, "two", 0, false), new ExcerptLine(3, "three", 0, false), new ExcerptLine(4, "\tfour", 2, true),
                new ExcerptLine(5, "five", 0, false), new ExcerptLine(6, "six", 0, false),
            ],
            mistake.Excerpt);
    }

    [Theory]
    [InlineData(null, 0, 0, null, 0)]
    [InlineData("input/a.md", 0, 0, "input/a.md", 0)]
    [InlineData("input/a.md", 1, 0, "input/a.md:1", 2)]
    [InlineData("input/a.md", 9, 1, "input/a.md:9:1", 0)]
    [InlineData("input/gone.md", 1, 1, "input/gone.md:1:1", 0)]
    public void What_is_not_known_is_left_out(string? file, int line, int column, string? place, int lines)
    {
        _project.Write("input/a.md", "one\ntwo");

        var mistake = Mistake.Of(Diagnostic.Error("wrong", file, line, column), _project.Folder);

        Assert.Equal((place, lines), (mistake.Place, mistake.Excerpt.Count));
    }

    [Theory]
    [InlineData("<html><body><p>x</p></body></html>", "<html><body><p>x</p>|</body></html>")]
    [InlineData("<body><pre>&lt;/body></pre></body>", "<body><pre>&lt;/body></pre>|</body>")]
    [InlineData("<p>no end", "<p>no end|")]
    public void The_script_stands_before_the_end_of_the_body(string page, string expected) => Assert.Equal(
        expected.Replace(
            "|", "<script src=\"/__glassy/preview.js\" data-events=\"/e?a=1&amp;b=2\" defer></script>", StringComparison.Ordinal),
        Encoding.UTF8.GetString(ScriptTag.Insert(Encoding.UTF8.GetBytes(page), "/e?a=1&b=2")));
}
