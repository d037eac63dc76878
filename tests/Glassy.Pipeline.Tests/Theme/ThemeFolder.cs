using Glassy.Theme;

namespace Glassy.Tests.Theme;

/// <summary>A theme in a scratch folder: the project's own <c>site/</c> before the shipped one.</summary>
public sealed class ThemeFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("glassy-theme-");

    public ThemeFolder()
    {
        Files = new ThemeFiles([Path.Combine(_root.FullName, "site"), Path.Combine(_root.FullName, "shipped")]);
        Theme = new ScribanTheme(new ProjectFolder(_root.FullName), Files);
    }

    public ThemeFiles Files { get; }

    public ScribanTheme Theme { get; }

    public ThemeFolder With(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public string Render(string template, object model) =>
        Theme.Render(template, model, TestContext.Current.CancellationToken).Value;

    public void Dispose() => _root.Delete(recursive: true);
}
