namespace Glassy.Datasets;

/// <summary>How messages describe what a dataset's folder may hold.</summary>
internal static class DatasetLayouts
{
    public const string Pictures =
        "pictures in train/<class>/ and test/<class>/, in <class>/ alone, or anywhere with a CSV of file and label (dataset.labels)";

    public static string Both =>
        $"expected {string.Join(", ", IdxFileSet.UsualNames)} (each may end in .gz), or {Pictures}";
}
