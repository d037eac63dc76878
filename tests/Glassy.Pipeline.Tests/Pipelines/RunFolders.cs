using Glassy.Runs;

namespace Glassy.Tests.Pipelines;

/// <summary>The recorded runs of a project as folders: copied from machine to machine, compared byte by byte.</summary>
internal static class RunFolders
{
    /// <summary>The ids of a project's runs, sorted.</summary>
    public static IReadOnlyList<string> Ids(string root) => Directory.Exists(Of(root))
        ? [.. Directory.GetDirectories(Of(root)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Copies runs from one project to another, one after the other in the order given.</summary>
    public static void Copy(string from, string to, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            Directory.CreateDirectory(Path.Combine(Of(to), id));
            foreach (var file in Directory.GetFiles(Path.Combine(Of(from), id)))
            {
                File.Copy(file, Path.Combine(Of(to), id, Path.GetFileName(file)));
            }
        }
    }

    /// <summary>What of a project's runs is the same wherever they were made: weights and predictions, by their paths.</summary>
    public static IReadOnlyDictionary<string, byte[]> Results(string root)
    {
        string[] names = [RunFiles.Weights, RunFiles.Predictions, RunFiles.Validation];
        return Ids(root).SelectMany(id => names.Select(name => $"{id}/{name}"))
            .Where(path => File.Exists(Path.Combine(Of(root), path)))
            .ToDictionary(path => path, path => File.ReadAllBytes(Path.Combine(Of(root), path)));
    }

    private static string Of(string root) => Path.Combine(root, "data", "runs");
}
