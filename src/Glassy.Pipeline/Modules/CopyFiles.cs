using Glassy.Execution;

namespace Glassy.Modules;

/// <summary>The files below a folder, to be copied as they are to the same place below another in the site.</summary>
/// <param name="folder">Absolute path; nothing is copied when it does not exist.</param>
/// <param name="project">What links must not lead out of.</param>
/// <param name="destination">The folder in the site: <c>assets</c>, or empty for its root.</param>
/// <param name="wants">Chooses by the path relative to the folder; null for all.</param>
public sealed class CopyFiles(string folder, ProjectFolder project, string destination, Func<string, bool>? wants = null) : IModule
{
    private readonly ReadFiles _files = new(folder, project, wants ?? (_ => true), load: false);

    public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
    {
        var before = context.Inputs.Count;
        var documents = await _files.ExecuteAsync(context).ConfigureAwait(false);
        return
        [
            .. documents.Take(before),
            .. documents.Skip(before).Select(d => d with { Destination = Join(destination, d.Get(ReadFiles.RelativePath)) }),
        ];
    }

    private static string Join(string folder, string file) => folder.Length == 0 ? file : $"{folder.TrimEnd('/')}/{file}";
}
