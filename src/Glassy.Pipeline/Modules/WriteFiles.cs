using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Modules;

/// <summary>
/// Writes the documents of every pipeline that have a destination: only bytes that changed, and removes what an earlier
/// build wrote and this one does not. Files that no build wrote are never touched.
/// </summary>
/// <param name="folder">Absolute path of the output folder.</param>
/// <param name="pipelines">Whose documents are written.</param>
public sealed class WriteFiles(string folder, IReadOnlyList<string> pipelines) : IModule<WriteReport>
{
    private readonly SiteManifest _manifest = new(folder);

    /// <returns>What was done, and the documents whose files are new or changed.</returns>
    public async Task<(WriteReport Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context)
    {
        var documents = pipelines.SelectMany(context.Outputs.FromPipeline).Where(d => d.Destination is not null).ToList();
        RefuseSharedDestinations(documents);
        RefuseUnreadable(documents);
        string[] directories = [.. documents.Select(d => Path.GetDirectoryName(PathOf(d))!).Distinct()];
        UserData.Read(() => _manifest.Announce(documents.Select(d => d.Destination!)));
        foreach (var directory in directories)
        {
            Directory.CreateDirectory(directory); // before any file: two threads that create one directory can trip each other
        }

        // Pages last: until then the old pages show pictures that are still there.
        var isPage = documents.ToLookup(d => d.Destination!.EndsWith(".html", StringComparison.Ordinal));
        var (assets, pages) = (isPage[false].ToList(), isPage[true].ToList());
        var writtenAssets = await assets.SelectParallelAsync(Write, context.CancellationToken).ConfigureAwait(false);
        var writtenPages = await pages.SelectParallelAsync(Write, context.CancellationToken).ConfigureAwait(false);
        var removed = _manifest.RemoveOthersThan(documents.Select(d => d.Destination!).ToHashSet(StringComparer.Ordinal));
        var changed = assets
            .Zip(writtenAssets)
            .Concat(pages.Zip(writtenPages))
            .Where(file => file.Second)
            .Select(file => file.First)
            .ToList();
        return (new WriteReport(changed.Count, documents.Count - changed.Count, removed, pages.Count), changed);
    }

    private static void RefuseSharedDestinations(IEnumerable<Document> documents)
    {
        var mistakes = documents
            .GroupBy(d => d.Destination!, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Count() > 1)
            .Select(g => Diagnostic.Error(
                $"two sources for '{g.Key}': {string.Join(" and ", g.Select(d => d.Source ?? "(made)"))}; rename one"))
            .ToList();
        if (mistakes.Count > 0)
        {
            throw new DiagnosticException(mistakes);
        }
    }

    /// <summary>Before the first file is written: what cannot be read then has not cost the site anything.</summary>
    private static void RefuseUnreadable(IEnumerable<Document> documents)
    {
        var mistakes = new List<Diagnostic>();
        foreach (var document in documents.Where(d => d.Content is null))
        {
            try
            {
                using var file = File.OpenHandle(document.Source!); // without content, the source's bytes are meant
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                mistakes.Add(Diagnostic.Error($"cannot be read: {error.Message}", document.Source));
            }
        }

        if (mistakes.Count > 0)
        {
            throw new DiagnosticException(mistakes);
        }
    }

    private string PathOf(Document document) => _manifest.PathOf(document.Destination!); // the caller has chosen those with one

    private bool Write(Document document) => Write(document, PathOf(document));

    /// <summary>Writes one document, unless the file is already as it should be.</summary>
    /// <param name="document">Its content, else its source's bytes, are written.</param>
    /// <param name="path">Absolute path, in a folder that exists.</param>
    /// <returns>Whether the file was new or changed.</returns>
    internal static bool Write(Document document, string path)
    {
        var content = document.Content ?? File.ReadAllBytes(document.Source!); // without content, the source's bytes are meant
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, content.Span);
            return true;
        }

        if (File.ReadAllBytes(path).AsSpan().SequenceEqual(content.Span))
        {
            return false;
        }

        var temporary = path + ".part";
        File.WriteAllBytes(temporary, content.Span);
        File.Move(temporary, path, overwrite: true);
        return true;
    }
}
