using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Scaffold;

/// <summary>A small project that builds, with comments that teach.</summary>
public static class NewProject
{
    private static readonly string Templates = Path.Combine(AppContext.BaseDirectory, "scaffold");

    /// <summary>Writes the files of a new project.</summary>
    /// <param name="project">Where; the folder is made when it is not there.</param>
    /// <returns>The files' paths in the project, sorted.</returns>
    /// <exception cref="DiagnosticException">The folder has files in it.</exception>
    public static IReadOnlyList<string> Write(ProjectFolder project)
    {
        if (Directory.Exists(project.Root) && Directory.EnumerateFileSystemEntries(project.Root).Any())
        {
            throw new DiagnosticException(
                Diagnostic.Error("the folder is not empty; name one that is, or one that is not there yet", project.Root));
        }

        var files = Directory.EnumerateFiles(Templates, "*", SearchOption.AllDirectories)
            .Select(template => (Template: template, Path: PathOf(Path.GetRelativePath(Templates, template))))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        foreach (var (template, path) in files)
        {
            var target = project.Absolute(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file has a folder
            File.Copy(template, target);
        }

        File.WriteAllText(project.Absolute(ConfigJsonSchema.FileName), ConfigJsonSchema.Write());
        return [.. files.Select(file => file.Path).Append(ConfigJsonSchema.FileName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Names that begin with a dot are written <c>dot-</c> among the templates, where they would mean something.</summary>
    private static string PathOf(string template) => string.Join(
        '/', template
            .Split(Path.DirectorySeparatorChar)
            .Select(part => part.StartsWith("dot-", StringComparison.Ordinal) ? "." + part[4..] : part));
}
