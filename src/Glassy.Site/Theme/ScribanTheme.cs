using System.Collections.Concurrent;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Html;
using Glassy.Sources;
using Glassy.Wording;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Glassy.Theme;

/// <summary>
/// Renders the theme's templates and evaluates the expressions in prose. Strict: a misspelt variable or member is an
/// error with its place. Safe to use from many threads; each template is read once.
/// </summary>
public sealed class ScribanTheme
{
    /// <summary>What Scriban calls a text without a file.</summary>
    private const string NoFile = "<input>";

    private readonly ThemeFiles _files;
    private readonly ProjectFolder _project;
    private readonly ScriptObject _library;
    private readonly ConcurrentDictionary<string, Template> _templates = new(StringComparer.Ordinal);

    public ScribanTheme(ProjectFolder project)
        : this(project, ThemeFiles.Of(project))
    {
    }

    /// <param name="project">Error messages show paths relative to it.</param>
    /// <param name="files">Where templates are looked up.</param>
    /// <param name="words">What templates say, and how they write figures; null for English.</param>
    public ScribanTheme(ProjectFolder project, ThemeFiles files, Words? words = null)
    {
        _library = TemplateLibrary.Create(words ?? WordsReader.English);
        _project = project;
        _files = files;
        _library.SetValue("include", new IncludeTemplate(Find), readOnly: true);
        _library.SetValue("include_shared", new SharedTemplate(RenderShared), readOnly: true);
    }

    /// <summary>Renders a template.</summary>
    /// <param name="template">Relative to the theme: <c>components/ImagesTable.html</c>.</param>
    /// <param name="model">Its properties are the top-level variables, in snake_case.</param>
    /// <param name="cancellationToken">Stops loops in the template too.</param>
    /// <exception cref="DiagnosticException">The template is missing or wrong; the diagnostic has its file, line and column.</exception>
    public RawHtml Render(string template, object model, CancellationToken cancellationToken) =>
        Run(() =>
        {
            var parsed = Find(template, default);
            var context = new StrictContext(_library, model, cancellationToken);
            return new RawHtml(parsed.Render(context));
        }, cancellationToken);

    /// <summary>Renders a whole page, and notes what stands on it.</summary>
    /// <param name="layout">Relative to the theme: <c>layouts/tag.html</c>.</param>
    /// <param name="model">Its properties are the top-level variables, in snake_case.</param>
    /// <param name="cancellationToken">Stops loops in the template too.</param>
    /// <exception cref="DiagnosticException">The template is missing or wrong; the diagnostic has its file, line and column.</exception>
    public PageMarkup RenderPage(string layout, object model, CancellationToken cancellationToken) =>
        Run(() =>
        {
            var parsed = Find(layout, default);
            using var page = new MarkupWriter();
            var context = new StrictContext(_library, model, cancellationToken);
            context.PushOutput(new TextWriterOutput(page));
            parsed.Render(context);
            return page.ToMarkup();
        }, cancellationToken);

    /// <summary>The value of one expression, such as <c>run.accuracy | percent</c>, as plain text that is not escaped yet.</summary>
    /// <param name="expression">A Scriban expression without braces.</param>
    /// <param name="model">Its properties are the top-level names, in snake_case.</param>
    /// <exception cref="DiagnosticException">The expression is wrong, or has no value; file is null, line and column (1-based) are inside
    /// the expression.</exception>
    public string Evaluate(string expression, object model) => Run(() =>
    {
        var parsed = Parse(expression, file: null, ScriptMode.ScriptOnly);
        if (parsed.Page?.Body?.Statements is not [ScriptExpressionStatement { Expression: { } single }]
            || single is ScriptAssignExpression)
        {
            throw Error(default, "expected one expression, such as 'run.accuracy | percent'", file: null);
        }

        var context = new StrictContext(_library, model, CancellationToken.None);
        var value = context.Evaluate(single);
        return value is null
            ? throw Error(single.Span, $"'{expression.Trim()}' has no value here", file: null)
            : context.Text(single.Span, value);
    }, CancellationToken.None);

    private string RenderShared(string name, object item, SourceSpan askedFrom, CancellationToken cancellationToken) =>
        Find(name, askedFrom).Render(new StrictContext(_library, new { Item = item }, cancellationToken));

    private Template Find(string name, SourceSpan askedFrom) => _templates.GetOrAdd(name, _ =>
    {
        var path = _files.Find(name) ?? throw Error(
            askedFrom,
            $"there is no template '{name}': looked in {string.Join(", ", _files.Folders.Select(_project.Relative))}",
            askedFrom.FileName);
        return Parse(File.ReadAllText(path), _project.Relative(path), ScriptMode.Default);
    });

    private static Template Parse(string text, string? file, ScriptMode mode)
    {
        var template = Template.Parse(text.ReplaceLineEndings("\n"), file, lexerOptions: new LexerOptions { Mode = mode });
        if (template.HasErrors)
        {
            throw new DiagnosticException([.. template.Messages.Select(message => At(message.Span, message.Message, file))]);
        }

        return template;
    }

    private static T Run<T>(Func<T> render, CancellationToken cancellationToken)
    {
        try
        {
            return render();
        }
        catch (ScriptRuntimeException exception) when (exception.GetBaseException() is DiagnosticException nested)
        {
            throw nested;
        }
        catch (ScriptAbortException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (ScriptRuntimeException exception)
        {
            throw Error(exception.Span, exception.OriginalMessage, exception.Span.FileName);
        }
    }

    private static DiagnosticException Error(SourceSpan span, string message, string? file) =>
        new(At(span, message, file));

    private static Diagnostic At(SourceSpan span, string message, string? file) => Diagnostic.Error(
        message.ReplaceLineEndings(" "),
        string.IsNullOrEmpty(file) || file == NoFile ? null : file,
        Math.Max(0, span.Start.Line) + 1,
        Math.Max(0, span.Start.Column) + 1);
}
