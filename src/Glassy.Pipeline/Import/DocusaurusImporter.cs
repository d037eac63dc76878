using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Navigation;
using YamlDotNet.Serialization;

namespace Glassy.Import;

/// <summary>Makes a Docusaurus site a project: documents, static files, sidebars, and what of the configuration is data.</summary>
public sealed class DocusaurusImporter
{
    private static readonly string[] ScriptEndings = [".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"];

    private readonly ProjectFolder _source;
    private readonly ProjectFolder _target;
    private readonly ISerializer _yaml = new SerializerBuilder().WithQuotingNecessaryStrings().WithNewLine("\n").Build();
    private readonly List<Diagnostic> _notTaken = [];
    private readonly List<string> _written = [];
    private readonly FolderCopy _copy;

    /// <param name="source">The Docusaurus site.</param>
    /// <param name="target">The project; need not be there.</param>
    public DocusaurusImporter(ProjectFolder source, ProjectFolder target) =>
        (_source, _target, _copy) = (source, target, new FolderCopy(target, _notTaken));

    /// <summary>Copies and writes; no file that is there is changed, and nothing of the site is run.</summary>
    /// <exception cref="DiagnosticException">The folder holds no Docusaurus site.</exception>
    public ImportResult Run(CancellationToken cancellationToken)
    {
        var file = FirstOf("docusaurus.config", ScriptEndings);
        var values = file is null ? null : ScriptFile.Read(_source.Absolute(file), file, _notTaken);
        var config = new DocusaurusConfig(values ?? ScriptObject.Empty, file ?? "docusaurus.config", _notTaken);
        var docs = _source.Absolute(config.DocsFolder);
        foreach (var folder in config.StaticFolders.Prepend(config.DocsFolder))
        {
            if (_source.WhyClosed(folder) is { } reason)
            {
                throw new DiagnosticException(
                    Diagnostic.Error($"the configuration names the folder `{folder}`, which is not copied: {reason}", file));
            }
        }

        if (file is null && !Directory.Exists(docs))
        {
            throw new DiagnosticException(
                Diagnostic.Error("this is no Docusaurus site: neither docusaurus.config.js nor docs/ is there", _source.Root));
        }

        var documents = _copy.Copy(docs, "input", cancellationToken);
        var statics = config.StaticFolders.Sum(folder => _copy.Copy(_source.Absolute(folder), "static", cancellationToken));
        _written.AddRange(ShownFiles.In(docs, _source, _target).Where(file => _copy.CopyFile(file.From, file.To)).Select(file => file.To));
        Write("glassy.yml", _yaml.Serialize(new Dictionary<string, object> { ["site"] = config.Site }));
        if ((config.SidebarsFile ?? FirstOf("sidebars", [.. ScriptEndings, ".json"])) is { } sidebars)
        {
            WriteSidebars(_source.Relative(_source.Absolute(sidebars)));
        }

        WriteData("site/navbar.yml", config.Theme.Navbar);
        WriteData("site/footer.yml", config.Theme.Footer);
        WriteData("site/redirects.yml", config.Redirects);
        _notTaken.AddRange(OtherParts.In(_source));
        return new ImportResult(documents, statics, _written, _notTaken);
    }

    private string? FirstOf(string name, IEnumerable<string> endings) =>
        endings.Select(ending => name + ending).FirstOrDefault(file => File.Exists(_source.Absolute(file)));

    private void WriteSidebars(string file)
    {
        if (!File.Exists(_source.Absolute(file)))
        {
            _notTaken.Add(Diagnostic.Warning("not read: the configuration names it, but it is not there", file));
            return;
        }

        if (ScriptFile.Read(_source.Absolute(file), file, _notTaken) is not { } values
            || WithoutUnreadable(values, file) is not { } readable)
        {
            return;
        }

        const string Target = "site/sidebars.yml";
        var text = _yaml.Serialize(readable);
        SidebarFile.Parse(Target, text, _notTaken);
        Write(Target, text);
    }

    /// <summary>Leaves out, and names, what could not be read.</summary>
    private object? WithoutUnreadable(object? value, string file)
    {
        switch (value)
        {
            case Unreadable { Position: var place }:
                _notTaken.Add(Diagnostic.Warning("left out of the sidebars: it is no literal", file, place.Line, place.Column));
                return null;
            case List<object?> items:
                return items.Select(item => WithoutUnreadable(item, file)).Where(item => item is not null).ToList();
            case Dictionary<string, object?> members:
                return members.Select(member => (member.Key, Value: WithoutUnreadable(member.Value, file)))
                    .Where(member => member.Value is not null || member.Key == "link")
                    .ToDictionary(member => member.Key, member => member.Value);
            default:
                return value;
        }
    }

    private void WriteData(string file, object? data)
    {
        if (data is not null)
        {
            Write(file, _yaml.Serialize(data));
        }
    }

    private void Write(string file, string text)
    {
        if (_copy.Write(file, text))
        {
            _written.Add(file);
        }
    }
}
