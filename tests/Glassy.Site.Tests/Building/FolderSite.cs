using Glassy.Building;
using Glassy.Caching;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Runs;
using Glassy.Theme;

namespace Glassy.Tests.Building;

/// <summary>A whole small site: a folder of <c>Sites/</c> that is a project, with what it must give beside it.</summary>
internal sealed class FolderSite : IDisposable
{
    /// <summary>Where all of them are.</summary>
    public static readonly string All = Path.Combine(RepositoryRoot.Path, "tests/Glassy.Site.Tests/Sites");

    private readonly TemporaryProject _cache = new();
    private readonly ProjectFolder _project;

    public FolderSite(string name) => _project = new ProjectFolder(Path.Combine(All, name));

    /// <summary>Builds it in memory.</summary>
    /// <returns>Its files, none after an error; and its messages, a line each.</returns>
    public async Task<(IReadOnlyDictionary<string, byte[]> Files, string Messages)> BuildAsync(CancellationToken cancellationToken)
    {
        try
        {
            var texts = SiteTexts.Of(
                _project, [.. FilesOf("input")
                    .Where(SiteTexts.IsInput)
                    .Select(file => new InputText("input/" + file, file, File.ReadAllText(_project.Absolute("input/" + file))))]);
            var built = await new SiteBuilder(Parts()).BuildAsync(texts, cancellationToken);
            var files = built.Diagnostics.Any(mistake => mistake.Severity == Severity.Error) ? [] : built.Documents;
            return (files.ToDictionary(file => file.Destination!, BytesOf), Said(built.Diagnostics)); // each has one
        }
        catch (DiagnosticException mistakes)
        {
            return (new Dictionary<string, byte[]>(), Said(mistakes.Diagnostics));
        }
    }

    public void Dispose() => _cache.Dispose();

    private SiteParts Parts()
    {
        var config = File.Exists(_project.Absolute("glassy.yml"))
            ? ConfigReader.Read(File.ReadAllText(_project.Absolute("glassy.yml")), "glassy.yml")
            : new GlassyConfig();
        var results = Results();
        var files = FilesOf("input")
            .Where(SiteTexts.IsAsset)
            .Select(file => (File: file, Source: new SourceFile(_project.Absolute("input/" + file), IsBesidePages: true, IsAuthors: true)))
            .Concat(FilesOf("static").Select(
                file => (File: file, Source: new SourceFile(_project.Absolute("static/" + file), IsBesidePages: false, IsAuthors: true))))
            .ToDictionary(file => file.File, file => file.Source);
        return SiteParts.Of(
            _project,
            _project.Absolute("input"),
            config,
            new ComponentSite { Project = _project, Run = results?.Run, Results = results, Predictions = results?.Predictions ?? [] },
            files,
            new StageCache(_cache.Root),
            new ThemeFiles([_project.Absolute("site"), Path.Combine(All, "_theme"), Path.Combine(AppContext.BaseDirectory, "site")]));
    }

    private RunResults? Results()
    {
        const string Run = "data/runs/run.json", Predictions = "data/runs/predictions.bin";
        return File.Exists(_project.Absolute(Run))
            ? RunResults.Of(
                RunSerializer.Read(File.ReadAllBytes(_project.Absolute(Run)), Run),
                PredictionsFile.Read(File.ReadAllBytes(_project.Absolute(Predictions)), Predictions))
            : null;
    }

    private IEnumerable<string> FilesOf(string folder) => Directory.Exists(_project.Absolute(folder))
        ? Directory.EnumerateFiles(_project.Absolute(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_project.Absolute(folder), file).Replace('\\', '/')).Order(StringComparer.Ordinal)
        : [];

    // one of both it has
    private static byte[] BytesOf(Document document) => document.Content?.ToArray() ?? File.ReadAllBytes(document.Source!);

    private static string Said(IEnumerable<Diagnostic> diagnostics) => string.Concat(diagnostics
        .OrderBy(d => d.File, StringComparer.Ordinal)
        .ThenBy(d => d.Line)
        .ThenBy(d => d.Column)
        .ThenBy(d => d.Message, StringComparer.Ordinal)
        .Select(d => $"{d.Severity.ToString().ToLowerInvariant()} {d}\n").Distinct());
}
