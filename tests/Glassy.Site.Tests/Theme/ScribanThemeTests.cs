using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Theme;

public sealed class ScribanThemeTests : IDisposable
{
    private readonly ThemeFolder _folder = new();

    public sealed record Metrics(double Accuracy, double MacroF1, string? Worst = null);

    public sealed record Page(string Title, Metrics Metrics, RawHtml Content, IReadOnlyList<int> Rows);

    public sealed record Node(string Name, IReadOnlyList<Node> Items);

    private static Page Sample => new("Ones & <twos>", new Metrics(0.9717, 0.97), new RawHtml("<p>It's raw</p>"), [1, 2, 3]);

    [Fact]
    public void Members_are_the_records_own_in_snake_case()
    {
        _folder.With("site/a.html", "{{ title }}|{{ metrics.macro_f1 }}|{{ metrics.accuracy | percent }}|{{ rows | array.size }}");

        Assert.Equal("Ones &amp; &lt;twos&gt;|0.97|97.17%|3", _folder.Render("a.html", Sample));
    }

    [Fact]
    public void Values_are_escaped_and_raw_html_is_not()
    {
        _folder.With("site/a.html", """<a title="{{ title }}">{{ content }}</a>{{ "'" }}""");

        Assert.Equal("""<a title="Ones &amp; &lt;twos&gt;"><p>It's raw</p></a>&#39;""", _folder.Render("a.html", Sample));
    }

    [Fact]
    public void Concatenating_raw_html_with_text_escapes_both()
    {
        _folder.With("site/a.html", """{{ "<b>" + content }}""");

        Assert.Equal("&lt;b&gt;&lt;p&gt;It&#39;s raw&lt;/p&gt;", _folder.Render("a.html", Sample));
    }

    [Theory]
    [InlineData("line one\n{{ titel }}", 2, 4, "unknown name 'titel'; did you mean `title`?")]
    [InlineData("{{ metrics.acuracy }}", 1, 12, "unknown member 'acuracy'; did you mean `accuracy`? known: accuracy, macro_f1, worst")]
    [InlineData("\n\n  {{ if metrics.worst.length > 3 }}x{{ end }}", 3, 23, "metrics.worst")]
    [InlineData("{{ rows.lenght }}", 1, 9, "unknown member 'lenght'")]
    [InlineData("{{ nowhere.at.all }}", 1, 4, "unknown name 'nowhere'")]
    [InlineData("{{ title | precent }}", 1, 12, "unknown name 'precent'; did you mean `percent`?")]
    [InlineData("{{ title | percent }}", 1, 12, "expected a number, found 'Ones & <twos>'")]
    [InlineData("{{ metrics.worst | percent }}", 1, 20, "expected a number, found nothing (null)")]
    [InlineData("{{ metrics }}\n", 1, 4, "this is not a value but an object")]
    [InlineData("{{ rows }}\n", 1, 4, "this is not a value but a list")]
    [InlineData("ab\n{{ for x in }}", 2, 13, "")]
    [InlineData("{{ include \"partials/gone.html\" }}", 1, 4, "there is no template 'partials/gone.html'")]
    public void A_mistake_in_a_template_has_its_file_line_and_column(string template, int line, int column, string message)
    {
        _folder.With("site/layouts/a.html", template);

        var exception = Assert.Throws<DiagnosticException>(() => _folder.Render("layouts/a.html", Sample));

        var diagnostic = exception.Diagnostics[0];
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(("site/layouts/a.html", line, column), (diagnostic.File, diagnostic.Line, diagnostic.Column));
        Assert.Equal(Severity.Error, diagnostic.Severity);
    }

    [Fact]
    public void A_mistake_in_an_included_template_names_that_template()
    {
        _folder.With("site/a.html", "{{ include 'partials/b.html' }}").With("site/partials/b.html", "\n{{ titel }}");

        var exception = Assert.Throws<DiagnosticException>(() => _folder.Render("a.html", Sample));

        Assert.StartsWith("site/partials/b.html:2:4: unknown name 'titel'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_projects_own_template_wins_over_the_shipped_one()
    {
        _folder.With("shipped/a.html", "shipped {{ include 'b.html' }}").With("shipped/b.html", "b").With("site/b.html", "own b");

        Assert.Equal("shipped own b", _folder.Render("a.html", Sample));
    }

    [Fact]
    public void The_shipped_theme_is_beside_the_program()
    {
        var files = ThemeFiles.Of(new ProjectFolder(Path.Combine(Path.GetTempPath(), "glassy-no-such-project")));

        Assert.NotNull(files.Find("layouts/page.html"));
        Assert.Contains("css/search.css", files.Below("assets").Keys);
    }

    [Fact]
    public void Assets_are_listed_once_with_the_projects_own_first()
    {
        _folder.With("shipped/assets/css/a.css", "1").With("shipped/assets/b.svg", "2").With("site/assets/css/a.css", "3");

        var assets = _folder.Files.Below("assets");

        Assert.Equal(["b.svg", "css/a.css"], assets.Keys);
        Assert.Equal("3", File.ReadAllText(assets["css/a.css"]));
    }

    [Fact]
    public void An_include_with_variables_may_include_itself_and_leaves_no_variable_behind()
    {
        _folder
            .With("site/a.html", "{{ include 'tree.html' { node: root } }}")
            .With(
                "site/tree.html",
                "({{ node.name }}{{ for child in node.items }}{{ include 'tree.html' { node: child } }}{{ end }}{{ node.name }})");
        var root = new Node("a", [new Node("b", [new Node("<c>", [])]), new Node("d", [])]);

        Assert.Equal("(a(b(&lt;c&gt;&lt;c&gt;)b)(dd)a)", _folder.Render("a.html", new { Root = root }));
    }

    [Fact]
    public void An_include_sees_the_variables_around_it_and_keeps_its_lines_as_they_are()
    {
        _folder.With("site/a.html", "  {{ include 'b.html' }}").With("site/b.html", "<pre>\n{{ title }}\n</pre>");

        Assert.Equal("  <pre>\nOnes &amp; &lt;twos&gt;\n</pre>", _folder.Render("a.html", Sample));
    }

    [Fact]
    public void What_an_include_wraps_stands_where_the_template_puts_it_and_is_escaped_once()
    {
        _folder.With("site/a.html", "{{ x = 1 }}{{ wrap include 'shell.html' { kind: 'k' } }}<b>{{ title }} {{ x }}</b>{{ end }}.")
            .With("site/shell.html", "<{{ kind }}>{{ inner }}{{ inner }}</{{ kind }}>")
            .With("site/plain.html", "{{ wrap include 'twice.html' }}a{{ end }}{{ wrap include 'twice.html' }}b{{ end }}")
            .With("site/twice.html", "{{ inner }}{{ inner }}");

        Assert.Equal("<k><b>Ones &amp; &lt;twos&gt; 1</b><b>Ones &amp; &lt;twos&gt; 1</b></k>.", _folder.Render("a.html", Sample));
        Assert.Equal("aabb", _folder.Render("plain.html", Sample));
    }

    [Fact]
    public void A_mistake_in_what_an_include_wraps_has_its_place()
    {
        _folder.With("site/a.html", "{{ wrap include 'shell.html' }}\n{{ titel }}{{ end }}").With("site/shell.html", "{{ inner }}");

        var exception = Assert.Throws<DiagnosticException>(() => _folder.Render("a.html", Sample));

        Assert.StartsWith("site/a.html:2:4: unknown name 'titel'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_loops_and_large_output_are_not_cut()
    {
        _folder.With("site/a.html", "{{ for row in rows }}{{ row }} {{ content }}\n{{ end }}{{ content }}");
        var page = Sample with { Rows = [.. Enumerable.Range(0, 5000)], Content = new RawHtml(new string('x', 2000)) };

        var html = _folder.Render("a.html", page);

        Assert.Equal(5000, html.Count(c => c == '\n'));
        Assert.EndsWith(page.Content.Value, html, StringComparison.Ordinal);
        Assert.True(html.Length > 10_000_000);
    }

    [Fact]
    public void Parallel_renders_do_not_mix()
    {
        _folder
            .With("site/a.html", "{{ for row in rows }}{{ include 'b.html' { row: row } }}{{ end }}")
            .With("site/b.html", "{{ x = row + 1 }}{{ x | number }};");
        var pages = new string[2000];

        Parallel.For(0, pages.Length, i => pages[i] = _folder.Render("a.html", Sample with { Rows = [i, i * 1000] }));

        for (var i = 0; i < pages.Length; i++)
        {
            Assert.Equal($"{TemplateFunctions.Number(i + 1)};{TemplateFunctions.Number((i * 1000) + 1)};", pages[i]);
        }
    }

    [Fact]
    public void A_cancelled_render_stops()
    {
        _folder.With("site/a.html", "{{ while true }}{{ end }}");
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => _folder.Theme.Render("a.html", Sample, source.Token));
    }

    public void Dispose() => _folder.Dispose();
}
