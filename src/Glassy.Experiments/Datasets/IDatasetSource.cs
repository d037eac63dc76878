namespace Glassy.Datasets;

/// <summary>A dataset that has been found (and downloaded where needed) but not yet read.</summary>
public interface IDatasetSource
{
    /// <summary>The dataset's folder-safe name.</summary>
    string Name { get; }

    /// <summary>
    /// A sentence for terminal and page when this is not what the author may expect (the fallback of <c>auto</c>); else null.
    /// </summary>
    string? Notice { get; }

    /// <summary>Absolute paths of the files it is made from, sorted: their content decides whether it must be read again.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>What decides it besides its files, such as options; null for nothing.</summary>
    object? Besides => null;

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="InvalidDataException">The files are not what they should be; the message is one line that names the
    /// file.</exception>
    /// <exception cref="Diagnostics.DiagnosticException">Several are not what they should be.</exception>
    Task<ImageDataset> LoadAsync(CancellationToken cancellationToken);
}
