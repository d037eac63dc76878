namespace Glassy.Datasets;

/// <summary>How messages describe what a dataset's folder may hold.</summary>
internal static class DatasetLayouts
{
    public const string Pictures = "train/<class>/*.png|jpg and test/<class>/*.png|jpg";

    public static string Both =>
        $"expected {string.Join(", ", IdxFileSet.UsualNames)} (each may end in .gz), or {Pictures}";
}
