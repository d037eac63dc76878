using Glassy.Execution;

namespace Glassy.Content;

/// <summary>Collects one page's mistakes with their places. Belongs to the thread that renders the page.</summary>
/// <param name="file">The page's file, for messages.</param>
/// <param name="missingImages">How serious a missing picture is.</param>
public sealed class PageDiagnostics(string file, Severity missingImages)
{
    private readonly List<Diagnostic> _found = [];
    private readonly List<string> _notes = [];
    private string? _included;

    /// <summary>In the order of the page, then of the partials that it includes.</summary>
    public IReadOnlyList<Diagnostic> Found => [.. _found
        .OrderBy(d => d.File == file ? "" : d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)];

    /// <summary>What is no mistake, but of use to somebody who asks for details; each with its place.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public void Error(string message, SourcePosition position) =>
        _found.Add(Diagnostic.Error(message + Includer, _included ?? file, position.Line, position.Column));

    /// <summary>Reports what is wrong in a file that the page includes at that file's own places.</summary>
    /// <param name="includedFile">The file, for messages.</param>
    /// <param name="work">What may find mistakes.</param>
    public void Within(string includedFile, Action work)
    {
        var outer = _included;
        _included = includedFile == file ? null : includedFile;
        work();
        _included = outer;
    }

    public void Warning(string message, SourcePosition position) =>
        _found.Add(new Diagnostic(Severity.Warning, message + Includer, _included ?? file, position.Line, position.Column));

    public void Note(string message, SourcePosition position) => _notes.Add($"{_included ?? file}:{position.Line}:{position.Column}: {message}");

    /// <summary>Reports a picture that is not there, as serious as the author wants it.</summary>
    public void MissingImage(string message, SourcePosition position) =>
        _found.Add(new Diagnostic(missingImages, message + Includer, _included ?? file, position.Line, position.Column));

    private string Includer => _included is null ? "" : $" (included by {file})";
}
