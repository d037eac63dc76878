using System.Text;
using Glassy.Components.Binding;

namespace Glassy.Components.Layout;

/// <summary>
/// The project's folders and files: <c>&lt;WorkspaceTree depth={2} /&gt;</c>; or a tree written by hand in a code fence between its tags.
/// </summary>
public sealed class WorkspaceTree() : Component<WorkspaceTree.Call>("WorkspaceTree")
{
    private const int MostFiles = 12;

    /// <summary>What is made or private: it differs from machine to machine.</summary>
    private static readonly string[] Ignored =
        [
            "bin", "obj", "output", "logs", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "__pycache__", "data/runs",
            "data/looks", "data/datasets/mnist", "data/datasets/mnist.npz"
        ];

    public override bool TakesChildren => true;

    /// <param name="Depth">How many levels, 1 or more.</param>
    /// <param name="Caption">What is above it.</param>
    public sealed record Call(int Depth = 2, string? Caption = null);

    /// <param name="Text">The tree, preformatted.</param>
    /// <param name="Caption">What is above it; null for nothing.</param>
    public sealed record Model(string Text, string? Caption);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (call.Code is { } written)
        {
            return new Model(written.TrimEnd('\n'), attributes.Caption);
        }

        if (call.Children is not null)
        {
            return Fail(call, context, "between its tags only a tree in a code fence can stand");
        }

        var tree = new StringBuilder(".\n");
        Append(tree, context, context.Site.Project.Root, "", attributes.Depth);
        return new Model(tree.ToString().TrimEnd('\n'), attributes.Caption);
    }

    private static void Append(StringBuilder tree, ComponentContext context, string folder, string prefix, int depth)
    {
        if (depth <= 0)
        {
            return;
        }

        var project = context.Site.Project;
        var entries = Directory.EnumerateFileSystemEntries(folder)
            .Where(path => !IsIgnored(Path.GetFileName(path), project.Relative(path)))
            .Select(path => (Path: path, Name: Path.GetFileName(path), IsFolder: Directory.Exists(path)))
            .OrderByDescending(entry => entry.IsFolder).ThenBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        var folders = entries.Count(entry => entry.IsFolder);
        var hidden = Math.Max(0, entries.Count - folders - MostFiles);
        var shown = entries.Take(entries.Count - hidden).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            var isLast = i == shown.Count - 1 && hidden == 0;
            tree.Append(prefix).Append(isLast ? "└── " : "├── ").Append(shown[i].Name).Append('\n');
            if (shown[i].IsFolder && project.WhyClosed(shown[i].Path) is null)
            {
                Append(tree, context, shown[i].Path, prefix + (isLast ? "    " : "│   "), depth - 1);
            }
        }

        if (hidden > 0)
        {
            tree.Append(prefix).Append("└── ").Append(context.Words.Of("code.more", ("count", hidden))).Append('\n');
        }
    }

    private static bool IsIgnored(string name, string relative) =>
        name.StartsWith('.') || Ignored.Contains(name, StringComparer.Ordinal) || Ignored.Contains(relative, StringComparer.Ordinal);
}
