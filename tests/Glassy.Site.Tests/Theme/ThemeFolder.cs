using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tests.Theme;

/// <summary>A theme in a scratch folder: the project's own <c>site/</c> before the shipped one.</summary>
public sealed class ThemeFolder : IDisposable
{
    private readonly TemporaryProject _project = new();

    public ThemeFolder()
    {
        Files = new ThemeFiles([_project.PathOf("site"), _project.PathOf("shipped")]);
        Theme = new ScribanTheme(_project.Folder, Files, WordsReader.English);
    }

    public ThemeFiles Files { get; }

    public ScribanTheme Theme { get; }

    public ThemeFolder With(string path, string text)
    {
        _project.Write(path, text);
        return this;
    }

    public string Render(string template, object model) =>
        Theme.Render(template, model, TestContext.Current.CancellationToken).Value;

    public void Dispose() => _project.Dispose();
}
