namespace Glassy.Datasets;

/// <summary>Checks of labels against the classes that there are.</summary>
internal static class LabelRange
{
    /// <summary>The names <c>0</c> … <c>classes-1</c>.</summary>
    public static IReadOnlyList<string> NumberedClasses(int classes) =>
        [.. Enumerable.Range(0, classes).Select(label => $"{label}")];

    /// <exception cref="InvalidDataException">A label is negative, or not below the number of classes.</exception>
    /// <param name="labels">[N] class indices.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="name">The file as messages show it.</param>
    /// <param name="source">What says how many classes there are, and how to get more: "classes.txt names 3; …".</param>
    public static void Check(int[] labels, int classes, string name, string source)
    {
        var index = Array.FindIndex(labels, label => label < 0 || label >= classes);
        if (index >= 0)
        {
            throw new InvalidDataException($"{name}: label {labels[index]} of picture {index:N0}, expected 0 to {classes - 1}: {source}");
        }
    }
}
