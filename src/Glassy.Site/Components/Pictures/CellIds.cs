using Glassy.Datasets;

namespace Glassy.Components.Pictures;

/// <summary>What the pictures behind a matrix' cells are called in addresses: <c>cm-5-3</c>, <c>cm-custom-5-3</c>.</summary>
/// <param name="classes">The class names.</param>
/// <param name="set"><c>test</c> or <c>custom</c>.</param>
internal sealed class CellIds(IReadOnlyList<string> classes, string set)
{
    private readonly string _prefix = set == "test" ? "cm" : $"cm-{set}";
    private readonly IReadOnlyList<string> _names = FileSafeName.AllOf(classes, "class");

    public string Of(int truth, int predicted) => $"{_prefix}-{_names[truth]}-{_names[predicted]}";
}
