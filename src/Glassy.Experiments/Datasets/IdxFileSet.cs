using System.Text.RegularExpressions;
using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>The four IDX files of a dataset: absolute paths.</summary>
public sealed partial record IdxFileSet(string TrainImages, string TrainLabels, string TestImages, string TestLabels)
{
    /// <summary>The usual names, in the order of the parameters; each may end in <c>.gz</c>.</summary>
    public static IReadOnlyList<string> UsualNames { get; } =
    [
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
    ];

    /// <summary>The four paths, sorted.</summary>
    public IReadOnlyList<string> Paths => [.. new[] { TrainImages, TrainLabels, TestImages, TestLabels }.Order(StringComparer.Ordinal)];

    /// <summary>Looks for the four files in a folder.</summary>
    /// <param name="folder">Absolute path.</param>
    /// <param name="project">For the paths in messages.</param>
    /// <param name="prefix">What the files' names begin with: EMNIST has six sets in one folder.</param>
    /// <returns>Null when none of the four is there.</returns>
    /// <exception cref="InvalidDataException">Some are missing, or two could be the same one.</exception>
    public static IdxFileSet? Find(string folder, ProjectFolder project, string prefix = "")
    {
        var found = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal))
            .Select(path => (Path: path, Role: RoleOf(Path.GetFileName(path))))
            .Where(file => file.Role is not null)
            .ToLookup(file => file.Role, file => file.Path, StringComparer.Ordinal);
        if (found.Count == 0)
        {
            return null;
        }

        return new IdxFileSet(Only("train-images"), Only("train-labels"), Only("test-images"), Only("test-labels"));

        string Only(string role)
        {
            // The same file gzipped and not is one file: the plain one is faster to read.
            var files = found[role].GroupBy(WithoutGz, StringComparer.Ordinal)
                .Select(group => group.Order(StringComparer.Ordinal).First()).Order(StringComparer.Ordinal).ToList();
            return files.Count switch
            {
                1 => files[0],
                0 => throw new InvalidDataException(
                    $"{project.Relative(folder)}: no {UsualNameOf(role)}, expected {string.Join(", ", UsualNames)} (each may end in .gz)"),
                _ =>
                    throw new InvalidDataException(
                        $"{project.Relative(folder)}: {Path.GetFileName(files[0])} and {Path.GetFileName(files[1])} could both be {UsualNameOf(role)}; keep one set of four files a folder, or name one by how its files begin, such as {project.Relative(folder)}/{PrefixOf(Path.GetFileName(files[0]))}"),
            };
        }
    }

    /// <summary>What stands before the split in the training pictures' name: <c>emnist-letters</c>; empty for nothing.</summary>
    public string Prefix => PrefixOf(Path.GetFileName(TrainImages));

    private static string PrefixOf(string fileName) => FileName().Match(fileName).Groups["prefix"].Value.TrimEnd('-', '_', '.');

    private static string? RoleOf(string fileName)
    {
        var match = FileName().Match(fileName);
        if (!match.Success)
        {
            return null;
        }

        var split = match.Groups["split"].ValueSpan is "train" ? "train" : "test";
        return $"{split}-{match.Groups["kind"].Value}";
    }

    private static string UsualNameOf(string role) => role switch
    {
        "train-images" => UsualNames[0],
        "train-labels" => UsualNames[1],
        "test-images" => UsualNames[2],
        _ => UsualNames[3],
    };

    private static string WithoutGz(string path) => path.EndsWith(".gz", StringComparison.Ordinal) ? path[..^3] : path;

    /// <summary>
    /// The usual names and what other datasets made of them: <c>emnist-letters-train-images-idx3-ubyte.gz</c>,
    /// <c>test-labels.idx1-ubyte</c>.
    /// </summary>
    [GeneratedRegex(
        @"^(?<prefix>.*[-_.])?(?<split>train|test|t10k)[-_.](?<kind>images|labels)([-_.]idx[13])?([-_.](ubyte|idx))?(\.gz)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
