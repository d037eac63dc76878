namespace Glassy.Diagnostics;

/// <summary>A user's mistake, or something that a user should know: where, what, what was expected, the way out.</summary>
/// <param name="Severity">An error keeps the site from being written.</param>
/// <param name="Message">One line.</param>
/// <param name="File">Relative to the project; null when there is none.</param>
/// <param name="Line">1-based; 0 when not known.</param>
/// <param name="Column">1-based; 0 when not known.</param>
public sealed record Diagnostic(Severity Severity, string Message, string? File = null, int Line = 0, int Column = 0)
{
    public static Diagnostic Error(string message, string? file = null, int line = 0, int column = 0) =>
        new(Severity.Error, message, file, line, column);

    public static Diagnostic Warning(string message, string? file = null, int line = 0, int column = 0) =>
        new(Severity.Warning, message, file, line, column);

    /// <summary><c>file:line:column: message</c>, without the parts that are not known.</summary>
    public override string ToString() => (File, Line, Column) switch
    {
        (null, _, _) => Message,
        (_, 0, _) => $"{File}: {Message}",
        (_, _, 0) => $"{File}:{Line}: {Message}",
        _ => $"{File}:{Line}:{Column}: {Message}",
    };
}

/// <summary>How serious a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>Work cannot go on because of the user's mistakes; the engine reports them and cancels the rest.</summary>
public sealed class DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join('\n', diagnostics))
{
    public DiagnosticException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
