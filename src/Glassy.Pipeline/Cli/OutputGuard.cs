using Glassy.Execution;

namespace Glassy.Cli;

/// <summary>Keeps the site from being written over what it is made from.</summary>
internal static class OutputGuard
{
    private static readonly string[] Sources = ["site", "static", "data", "src"];

    /// <param name="output">Absolute path.</param>
    /// <param name="input">Absolute path.</param>
    /// <param name="project">Whose own folders are kept clear.</param>
    /// <exception cref="UsageException">The output folder is, holds or lies in a folder with sources.</exception>
    public static void Check(string output, string input, ProjectFolder project)
    {
        var inTheWay = new[] { input }.Concat(Sources.Select(project.Absolute))
            .FirstOrDefault(source => Holds(output, source) || Holds(source, output))
            ?? (Holds(output, project.Root) ? project.Root : null);
        if (inTheWay is not null)
        {
            throw new UsageException($"--output is '{output}', which shares its place with '{inTheWay}'; choose a folder of its own");
        }
    }

    private static bool Holds(string folder, string other) =>
        WithSeparator(other).StartsWith(WithSeparator(folder), StringComparison.Ordinal);

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
