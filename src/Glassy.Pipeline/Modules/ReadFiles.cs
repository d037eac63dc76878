using Glassy.Execution;

namespace Glassy.Modules;

/// <summary>The files below a folder, in ordinal order of their paths; hidden ones (<c>.</c>) are left out.</summary>
/// <param name="folder">Absolute path; nothing is read when it does not exist.</param>
/// <param name="project">What links must not lead out of.</param>
/// <param name="wants">Chooses by the path relative to the folder, with <c>/</c>.</param>
/// <param name="load">Whether contents are read into memory.</param>
public sealed class ReadFiles(string folder, ProjectFolder project, Func<string, bool> wants, bool load = true) : IModule
{
    /// <summary>Where the file lies in its folder, with <c>/</c>.</summary>
    public static readonly Key<string> RelativePath = new("relative path");

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var read = await ContentFiles.In(folder, project).Where(file => wants(file.Relative)).ToList().SelectParallelAsync(
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
