using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Import;

/// <summary>Copies folders and writes files into a project, and never over what is there.</summary>
internal sealed class FolderCopy(ProjectFolder project, ICollection<Diagnostic> notTaken)
{
    /// <summary>Copies a folder with all below it; symbolic links are not followed.</summary>
    /// <param name="from">The folder; one that is not there holds nothing.</param>
    /// <param name="to">Relative to the project.</param>
    /// <param name="cancellationToken">Checked at every file.</param>
    /// <returns>How many files were copied.</returns>
    public int Copy(string from, string to, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(from) || Path.GetFullPath(from) == project.Absolute(to))
        {
            return 0;
        }

        var copied = 0;
        foreach (var file in FilesBelow(new DirectoryInfo(from)).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = Path.Combine(project.Absolute(to), Path.GetRelativePath(from, file.FullName));
            if (IsFree(target))
            {
                file.CopyTo(target);
                copied++;
            }
        }

        return copied;
    }

    /// <summary>Copies a file.</summary>
    /// <param name="from">Absolute path.</param>
    /// <param name="to">Relative to the project.</param>
    /// <returns>Whether it was not there yet.</returns>
    public bool CopyFile(string from, string to)
    {
        var target = project.Absolute(to);
        if (from == target || !IsFree(target))
        {
            return false;
        }

        File.Copy(from, target);
        return true;
    }

    /// <summary>Writes a file.</summary>
    /// <returns>Whether it was not there yet.</returns>
    public bool Write(string file, string text)
    {
        var target = project.Absolute(file);
        if (!IsFree(target))
        {
            return false;
        }

        File.WriteAllText(target, text);
        return true;
    }

    private bool IsFree(string target)
    {
        if (Path.Exists(target))
        {
            notTaken.Add(Diagnostic.Warning("kept as it is: the file was there already", project.Relative(target)));
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a path in the project has a folder
        return true;
    }

    private IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.LinkTarget is { } target)
            {
                notTaken.Add(Diagnostic.Warning($"not copied: it is a link to {target}", entry.FullName));
            }
            else if (entry is DirectoryInfo deeper)
            {
                foreach (var file in FilesBelow(deeper))
                {
                    yield return file;
                }
            }
            else
            {
                yield return (FileInfo)entry;
            }
        }
    }
}
