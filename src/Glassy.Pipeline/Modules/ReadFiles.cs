using Glassy.Execution;

namespace Glassy.Modules;

/// <summary>The files below a folder, in ordinal order of their paths; hidden ones (<c>.</c>) are left out.</summary>
/// <param name="folder">Absolute path; nothing is read when it does not exist.</param>
/// <param name="wants">Chooses by the path relative to the folder, with <c>/</c>.</param>
/// <param name="load">Whether contents are read into memory.</param>
public sealed class ReadFiles(string folder, Func<string, bool> wants, bool load = true) : IModule
{
    /// <summary>Where the file lies in its folder, with <c>/</c>.</summary>
    public static readonly Key<string> RelativePath = new("relative path");

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        if (!Directory.Exists(folder))
        {
            return context.Inputs;
        }

        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Relative.Split('/').Any(segment => segment[0] == '.') && wants(file.Relative))
            .OrderBy(file => file.Relative, StringComparer.Ordinal)
            .ToList();
        var read = await paths.SelectParallelAsync(
            file => new Document
            {
                Source = file.Path,
                Destination = file.Relative,
                Content = load ? File.ReadAllBytes(file.Path) : default(ReadOnlyMemory<byte>?), // a plain null would become an empty array
            }.With(RelativePath, file.Relative),
            context.CancellationToken).ConfigureAwait(false);
        return [.. context.Inputs, .. read];
    }
}
