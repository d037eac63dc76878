using Glassy.Execution;

namespace Glassy.Tests;

/// <summary>An empty project in a temporary folder, deleted afterwards.</summary>
public sealed class TemporaryProject : IDisposable
{
    public ProjectFolder Folder { get; } = new(Directory.CreateTempSubdirectory("glassy-").FullName);

    public string Root => Folder.Root;

    public string PathOf(string relative) => Folder.Absolute(relative);

    /// <summary>Writes a file, making its folders, and returns its absolute path.</summary>
    public string Write(string relative, byte[] content)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a path in the project has a folder
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string relative, string content) => Write(relative, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Every file in the project, relative, sorted.</summary>
    public IReadOnlyList<string> AllFiles() =>
        [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(Folder.Relative).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
