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
        return IsAbove(relative) ? Absolute(path) : relative;
    }

    /// <summary>Why content may not show a file or go through a folder: it is outside of the project, hidden, or a link to such a place.</summary>
    /// <param name="path">Absolute or from the project; need not be there.</param>
    /// <returns>Half a sentence; null when it may.</returns>
    public string? WhyClosed(string path)
    {
        if (ByName(Relative(path)) is { } reason)
        {
            return reason;
        }

        if (RealPath.Of(Absolute(path)) is not { } real || RealPath.Of(Root) is not { } root)
        {
            return "it is a link that leads in a circle";
        }

        var place = Path.GetRelativePath(root, real).Replace('\\', '/');
        return IsAbove(place) || Path.IsPathRooted(place) ? "it is a link that leads out of the project"
            : IsHidden(place) ? "it is a link to a hidden file (a name on its way begins with a dot), which may hold secrets"
            : ($"{Absolute(path)}/".StartsWith($"{real}/", StringComparison.Ordinal) && real.Length < Absolute(path).Length) ? "it is a link that leads in a circle"
            : null;
    }

    /// <summary>The same by a path's text alone, before anybody looks where links lead; null for an absolute path, too.</summary>
    public static string? WhyClosedAsWritten(string path) => Path.IsPathRooted(path) ? null : ByName(new ProjectFolder(Path.GetTempPath()).Relative(path));

    private static string? ByName(string relative) => Path.IsPathRooted(relative) ? "it is outside of the project"
        : IsHidden(relative) ? "it is hidden (a name on its way begins with a dot), and hidden files may hold secrets"
        : null;

    private static bool IsAbove(string relative) => relative == ".." || relative.StartsWith("../", StringComparison.Ordinal);

    private static bool IsHidden(string relative) => relative.Split('/').Any(segment => segment.StartsWith('.') && segment is not ("." or ".."));
}
