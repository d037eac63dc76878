namespace Glassy.Models;

/// <summary>Names layers as Keras does: <c>dense</c>, <c>dense_1</c>, <c>dense_2</c>.</summary>
public sealed class LayerNames
{
    private readonly Dictionary<string, int> _given = [];

    public string Next(string kind)
    {
        var number = _given.GetValueOrDefault(kind);
        _given[kind] = number + 1;
        return number == 0 ? kind : $"{kind}_{number}";
    }
}
