using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Pages;

/// <summary>Collects one page's mistakes with their places. Belongs to the thread that renders the page.</summary>
/// <param name="file">The page's file, for messages.</param>
/// <param name="config">How serious what leads nowhere is.</param>
public sealed class PageDiagnostics(string file, SiteConfig config)
{
    private readonly List<Diagnostic> _found = [];
    private readonly List<string> _notes = [];
    private readonly List<AnchorLink> _anchorLinks = [];
    private string? _included;

    /// <summary>In the order of the page, then of the partials that it includes.</summary>
    public IReadOnlyList<Diagnostic> Found => [.. _found.Distinct()
        .OrderBy(d => d.File == file ? "" : d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)];

    /// <summary>What is no mistake, but of use to somebody who asks for details; each with its place.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Links that are to be checked when all pages are rendered.</summary>
    public IReadOnlyList<AnchorLink> AnchorLinks => _anchorLinks;

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

    public void Note(string message, SourcePosition position) =>
        _notes.Add($"{_included ?? file}:{position.Line}:{position.Column}: {message}");

    /// <summary>Reports a picture that is not there, as serious as the author wants it.</summary>
    public void MissingImage(string message, SourcePosition position) => Report(config.OnBrokenImages, message, position);

    /// <summary>Reports a link that leads nowhere, as serious as the author wants it.</summary>
    public void BrokenLink(string message, SourcePosition position) => Report(config.OnBrokenLinks, message, position);

    /// <summary>Keeps a link to a place in a page until that page is rendered.</summary>
    public void AnchorLink(string url, string permalink, string fragment, SourcePosition position) =>
        _anchorLinks.Add(new AnchorLink(url, permalink, fragment, _included ?? file, position, Includer));

    private void Report(Severity? severity, string message, SourcePosition position)
    {
        if (severity is { } reported)
        {
            _found.Add(new Diagnostic(reported, message + Includer, _included ?? file, position.Line, position.Column));
        }
    }

    private string Includer => _included is null ? "" : $" (included by {file})";
}
