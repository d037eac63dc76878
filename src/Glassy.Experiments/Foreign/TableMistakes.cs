using Glassy.Diagnostics;

namespace Glassy.Foreign;

/// <summary>What is wrong with the rows of a table: each kind once, with the first row that has it and how many do.</summary>
/// <param name="name">What messages call the file.</param>
internal sealed class TableMistakes(string name)
{
    private readonly Dictionary<string, (Severity Severity, int Line, string Message, int Count)> _first = [];

    /// <summary>Whether the file has lines; else places are rows, which are said in the message.</summary>
    public bool HasLines { get; set; } = true;

    public bool HasErrors => _first.Values.Any(mistake => mistake.Severity == Severity.Error);

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. _first.Values.Select(DiagnosticOf)];

    /// <param name="kind">What mistakes of this kind have in common.</param>
    /// <param name="line">Where.</param>
    /// <param name="message">Says it; made for the first alone.</param>
    public void Error(string kind, int line, Func<string> message) => Note(kind, Severity.Error, line, message);

    /// <inheritdoc cref="Error"/>
    public void Warning(string kind, int line, Func<string> message) => Note(kind, Severity.Warning, line, message);

    private void Note(string kind, Severity severity, int line, Func<string> message) =>
        _first[kind] = _first.TryGetValue(kind, out var known)
        ? known with { Count = known.Count + 1 }
        : (severity, line, message(), 1);

    private Diagnostic DiagnosticOf((Severity Severity, int Line, string Message, int Count) mistake)
    {
        var row = HasLines || mistake.Line == 0 ? "" : FormattableString.Invariant($"row {mistake.Line:N0}: ");
        var more = mistake.Count == 1 ? "" : FormattableString.Invariant($" (the first of {mistake.Count:N0} such rows)");
        return new Diagnostic(mistake.Severity, $"{row}{mistake.Message}{more}", name, HasLines ? mistake.Line : 0);
    }
}
