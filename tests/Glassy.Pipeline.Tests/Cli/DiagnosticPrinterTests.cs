using Glassy.Cli;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Tests.Cli;

public sealed class DiagnosticPrinterTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_mistake_is_one_line_for_machines_with_its_source_below()
    {
        _project.Write("a.md", "one\n\ttwo three\n数字 four\n");

        Assert.Equal(
            "error: a.md:2:6: wrong\n  2 | \ttwo three\n    | \t    ^\n"
            + "warning: a.md:3:4: odd\n  3 | 数字 four\n    | \u3000\u3000 ^\n",
            Print(false, Diagnostic.Error("wrong", "a.md", 2, 6), Diagnostic.Warning("odd", "a.md", 3, 4)));
    }

    [Fact]
    public void An_empty_line_is_not_shown_and_behind_a_lines_text_the_mark_follows_it()
    {
        _project.Write("a.md", "one   \n   \n\u2e80\uffdc x\n\u2e7f\uffdd x\n");

        Assert.Equal(
            "error: a.md:1:6: a\n  1 | one\n    |    ^\nerror: a.md:2:1: b\n"
            + "error: a.md:3:4: c\n  3 | \u2e80\uffdc x\n    | \u3000\u3000 ^\nerror: a.md:4:4: d\n  4 | \u2e7f\uffdd x\n    |    ^\n",
            Print(
                false,
                Diagnostic.Error("a", "a.md", 1, 6),
                Diagnostic.Error("b", "a.md", 2, 1),
                Diagnostic.Error("c", "a.md", 3, 4),
                Diagnostic.Error("d", "a.md", 4, 4)));
    }

    [Fact]
    public void Mistakes_of_one_file_stand_together()
    {
        Assert.Equal(
            "error: a.md: 1\nerror: a.md: 3\nerror: b.md:9:9: 2\nerror: 4\n",
            Print(
                false,
                Diagnostic.Error("1", "a.md"),
                Diagnostic.Error("2", "b.md", 9, 9),
                Diagnostic.Error("3", "a.md"),
                Diagnostic.Error("4")));
    }

    [Fact]
    public void Of_a_long_line_the_part_around_the_mistake_is_shown()
    {
        _project.Write("a.md", new string('a', 300) + "!" + new string('b', 300));

        var lines = Print(false, Diagnostic.Error("wrong", "a.md", 1, 301)).Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
        Assert.Equal('!', lines[1][lines[2].IndexOf('^')]);
    }

    [Fact]
    public void Colours_are_ANSIs_and_only_where_they_are_understood()
    {
        Assert.Equal("\e[1;31merror\e[0m: a\n\e[1;33mwarning\e[0m: b\n", Print(true, Diagnostic.Error("a"), Diagnostic.Warning("b")));
        Assert.Equal("error: a\n", Print(false, Diagnostic.Error("a")));
    }

    private string Print(bool isColoured, params Diagnostic[] diagnostics)
    {
        using var to = new StringWriter { NewLine = "\n" };
        DiagnosticPrinter.Print(diagnostics, new ProjectFolder(_project.Root), to, isColoured);
        return to.ToString();
    }
}
