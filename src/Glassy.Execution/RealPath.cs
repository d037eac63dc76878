namespace Glassy.Execution;

/// <summary>Where a path leads when every link on its way is followed.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    /// <param name="path">Absolute; what is not there is taken as it is written.</param>
    /// <returns>The absolute path without links; null when links lead in a circle.</returns>
    public static string? Of(string path)
    {
        var waiting = new Stack<string>(SegmentsOf(path).Reverse());
        var (real, links) = (Path.GetPathRoot(path)!, 0); // an absolute path has one
        while (waiting.TryPop(out var segment))
        {
            var next = Path.GetFullPath(segment, real); // `..` of a link's target goes up from where the link lies
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var further in SegmentsOf(target).Reverse())
            {
                waiting.Push(further);
            }
        }

        return real;
    }

    private static string[] SegmentsOf(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
