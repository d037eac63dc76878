using Glassy.Diagnostics;

namespace Glassy.Execution;

/// <summary>The files below a folder that a site may publish.</summary>
public static class ContentFiles
{
    /// <summary>In ordinal order of their paths; hidden ones (<c>.</c>) are left out.</summary>
    /// <param name="folder">Absolute path; one that is not there holds nothing.</param>
    /// <param name="project">What links must not lead out of; a folder outside of it is its own boundary.</param>
    /// <param name="refuse">Gets each link that leads out of the project, or in a circle; null to throw.</param>
    /// <returns>Absolute paths, and paths relative to the folder with <c>/</c>.</returns>
    /// <exception cref="DiagnosticException">Links lead out of the project, or in a circle; each is named.</exception>
    public static IReadOnlyList<(string Path, string Relative)> In(string folder, ProjectFolder project, Action<Diagnostic>? refuse = null)
    {
        var within = Path.IsPathRooted(project.Relative(folder)) ? new ProjectFolder(folder) : project;
        var (files, mistakes, open) = (new List<(string, string)>(), new List<Diagnostic>(), new HashSet<string>(StringComparer.Ordinal));
        if (Directory.Exists(folder) && (within != project || MayShow(new DirectoryInfo(folder))))
        {
            Add(new DirectoryInfo(folder), RealPath.Of(folder) ?? folder);
        }

        mistakes.ForEach(refuse ?? (_ => { }));
        return mistakes.Count > 0 && refuse is null ? throw new DiagnosticException(mistakes) : [.. files.OrderBy(file => file.Item2, StringComparer.Ordinal)];

        void Add(DirectoryInfo directory, string real)
        {
            if (!open.Add(real))
            {
                Refuse(directory, "it is a link that leads in a circle");
                return;
            }

            foreach (var entry in directory.EnumerateFileSystemInfos().Where(entry => entry.Name[0] != '.' && MayShow(entry)))
            {
                if (entry is DirectoryInfo below)
                {
                    Add(below, below.LinkTarget is null ? Path.Combine(real, below.Name) : RealPath.Of(below.FullName)!); // a link that may be shown leads somewhere
                }
                else
                {
                    files.Add((entry.FullName, Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/')));
                }
            }

            open.Remove(real);
        }

        // Only what is a link itself is asked: the folder that it lies in was.
        bool MayShow(FileSystemInfo entry)
        {
            if (entry.LinkTarget is null || within.WhyClosed(entry.FullName) is not { } reason)
            {
                return true;
            }

            Refuse(entry, reason);
            return false;
        }

        void Refuse(FileSystemInfo entry, string reason) =>
            mistakes.Add(Diagnostic.Error($"{reason}; copy what is meant into the project, or take the link away", project.Relative(entry.FullName)));
    }
}
