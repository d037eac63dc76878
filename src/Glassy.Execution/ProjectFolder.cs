namespace Glassy.Execution;

/// <summary>The project that is built: the folder with <c>glassy.yml</c>, and paths relative to it.</summary>
/// <param name="Root">Absolute path of the project's folder.</param>
public sealed record ProjectFolder(string Root)
{
    /// <summary>The absolute path of one inside the project; an absolute path stays as it is.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, Root);

    /// <summary>The path as messages show it: relative to the project with <c>/</c>, or absolute when outside of it.</summary>
    public string Relative(string path)
    {
        var relative = Path.GetRelativePath(Root, Absolute(path)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? Absolute(path) : relative;
    }
}
