using Glassy.Execution;

namespace Glassy.Datasets;

/// <summary>What is known of wrong labels in a dataset's test split.</summary>
/// <param name="Source">Who found them.</param>
/// <param name="Url">Where to read more; null when there is nothing.</param>
/// <param name="Notes">By index, ascending; no index twice.</param>
public sealed record LabelNotes(string Source, string? Url, IReadOnlyList<LabelNote> Notes)
{
    private readonly Dictionary<int, LabelNote> _byIndex = Notes.ToDictionary(note => note.Index);

    /// <summary>Where a project keeps a dataset's notes, relative to it.</summary>
    /// <param name="dataset">The dataset's name.</param>
    public static string PathOf(string dataset) => $"data/datasets/{FileSafeName.Of(dataset, "dataset")}/label-notes.yml";

    /// <summary>
    /// Absolute paths of where a project keeps the notes of each dataset that it has a folder for; the files need not be there.
    /// </summary>
    public static IEnumerable<string> PathsOf(ProjectFolder project)
    {
        var folder = project.Absolute("data/datasets");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(dataset => Path.Combine(dataset, "label-notes.yml"))
            : [];
    }

    /// <summary>The note on a test picture; null when nobody doubts its label.</summary>
    public LabelNote? Of(int index) => _byIndex.GetValueOrDefault(index);
}
