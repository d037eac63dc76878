using Glassy.Components.Binding;
using Glassy.Datasets;

namespace Glassy.Components.Pictures;

/// <summary>What the pictures behind a matrix' cells are called in addresses: <c>cm-5-3</c>, <c>cm-custom-5-3</c>.</summary>
/// <param name="classes">The class names.</param>
/// <param name="set"><c>test</c> or <c>custom</c>.</param>
/// <param name="page">The ids of the page that shows the pictures; null for what leads to the first place with these on another
/// page.</param>
internal sealed class CellIds(IReadOnlyList<string> classes, string set, PageIds? page = null)
{
    private readonly string _prefix = set == "test" ? "cm" : $"cm-{set}";
    private readonly IReadOnlyList<string> _names = FileSafeName.AllOf(classes, "class");
    private readonly Dictionary<(int Truth, int Predicted), string> _taken = [];

    public string Of(int truth, int predicted)
    {
        if (!_taken.TryGetValue((truth, predicted), out var id))
        {
            id = $"{_prefix}-{_names[truth]}-{_names[predicted]}";
            _taken[(truth, predicted)] = id = page?.Take(id) ?? id;
        }

        return id;
    }
}
