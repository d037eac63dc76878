using System.Text;
using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;

namespace Glassy.Tests.Configuration;

/// <summary>One small project, built in this process with one configuration after another.</summary>
public sealed class ConfiguredSite : IDisposable
{
    /// <summary>Stands for a file: what a build reports, or what is wrong with the configuration.</summary>
    public const string Messages = "messages";

    public const string Weights = "weights.safetensors";

    private readonly ScratchProject _project = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _built = [];

    public ConfiguredSite()
    {
        foreach (var picture in _project.Files("flowers", "*.png"))
        {
            var bytes = File.ReadAllBytes(Path.Combine(_project.Root, picture));
            _project.Write(picture.Replace("flowers", "weeds", StringComparison.Ordinal), bytes);
            _project.Write(picture.Replace("flowers", "torn", StringComparison.Ordinal), bytes);
            _project.Write(picture
                .Replace("flowers/train", "garden", StringComparison.Ordinal)
                .Replace("flowers/test", "garden", StringComparison.Ordinal), bytes);
        }

        _project.Write("torn/train/rose/torn.png", "no picture");
        _project.Write("labels.csv", "file,label\n" + string.Concat(_project
            .Files("flowers", "*.png")
            .Select((picture, i) => $"{picture["flowers/".Length..]},{(i % 2 == 0 ? "even" : "odd")}\n")));

        _project.Write(
            "attributes.csv",
            "split,index,device\n" + string.Concat(Enumerable.Range(0, 15).Select(i => $"test,{i},{(i % 2 == 0 ? "x" : "y")}\n")));

        _project.Write("input/guide.md", "---\nlast_update: {date: 2020-02-03, author: Ada}\ntags: [new]\n---\n# Guide\n");
        _project.Write("input/part/_category_.yml", "label: Part\nlink: {type: generated-index}\n");
        _project.Write("input/part/a.md", "# In part\n");
        _project.Write("code.cs", "var x = 1;\n");
        _project.Write("input/tags.yml", "known:\n");
        _project.Write("static/img/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"/>");
        _project.Write("static/img/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"4\"/>");
    }

    /// <summary>Builds the site; a site that was built already is not built again.</summary>
    /// <param name="text">What the home page says more.</param>
    /// <param name="settings">Values by their keys, as they are written.</param>
    /// <returns>Its files by their paths, none after an error; and <see cref="Messages"/>.</returns>
    public async Task<IReadOnlyDictionary<string, string>> BuildAsync(string text, IReadOnlyDictionary<string, string> settings)
    {
        var isChosen = settings.ContainsKey("dataset.name") || settings.ContainsKey("dataset.path");
        var yaml = Yaml(isChosen ? settings : new Dictionary<string, string>(settings) { ["dataset.name"] = "flowers" });
        if (!_built.TryGetValue(yaml + text, out var built))
        {
            _project.Write(
                "input/index.md", $"---\nslug: /\n---\n# Home\n\nData: {{{{ dataset.name }}}}. [Guide](guide.md)\n\n{text}\n");
            _built[yaml + text] = built = await BuildAsync(yaml);
        }

        return built;
    }

    public void Dispose() => _project.Dispose();

    private async Task<IReadOnlyDictionary<string, string>> BuildAsync(string yaml)
    {
        try
        {
            var folder = new ProjectFolder(_project.Root);
            var build = new BuildSettings(
                folder, folder.Absolute("input"), folder.Absolute("output"), ConfigReader.Read(yaml, "glassy.yml"), NoProgress.Instance);
            var result = await BuildPipelines.OfSite(build).RunAsync(TestContext.Current.CancellationToken);
            var files = result.Failed ? [] : _project.Files("output", "*").Select(FileOf);
            return new Dictionary<string, string>(files) { [Messages] = Said(result.Diagnostics) };
        }
        catch (DiagnosticException mistakes)
        {
            return new Dictionary<string, string> { [Messages] = Said(mistakes.Diagnostics) };
        }
    }

    private KeyValuePair<string, string> FileOf(string path) =>
        new(path["output/".Length..], File.ReadAllText(Path.Combine(_project.Root, path), Encoding.Latin1));

    private static string Said(IEnumerable<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Select(diagnostic => $"{diagnostic.Severity} {diagnostic}"));

    private static string Yaml(IReadOnlyDictionary<string, string> settings) =>
        string.Concat(
            settings.GroupBy(setting => setting.Key.Split('.')[0]).Select(group => $"{group.Key}: {ValueOf(group.Key, group)}\n"));

    /// <summary>A value, or a group of keys in braces.</summary>
    private static string ValueOf(string path, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var inner = settings.GroupBy(setting => setting.Key == path ? "" : setting.Key[(path.Length + 1)..].Split('.')[0]).ToList();
        return inner is [{ Key: "" } value]
            ? value.Single().Value
            : $"{{{string.Join(", ", inner.Select(group => $"{group.Key}: {ValueOf($"{path}.{group.Key}", group)}"))}}}";
    }
}
