using System.Globalization;

namespace Glassy.Components.Binding;

/// <summary>The ids of one page: whoever asks for one that the page has already gets it with a number behind it.</summary>
/// <param name="headings">Those of the page's headings, which authors link to.</param>
public sealed class PageIds(IEnumerable<string> headings)
{
    /// <summary>Each with the last number that was put behind it.</summary>
    private readonly Dictionary<string, int> _taken = headings.Distinct().ToDictionary(id => id, _ => 1, StringComparer.Ordinal);

    private int _numbered;

    /// <summary>The id as it is for the first who asks, then <c>id-2</c>, <c>id-3</c>, ….</summary>
    public string Take(string id)
    {
        var free = id;
        while (!_taken.TryAdd(free, 1))
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{++_taken[id]}");
        }

        return free;
    }

    /// <summary>An id for what nobody links to, numbered over the page: <c>tabs-1</c>, <c>tabs-2</c>.</summary>
    public string Number(string prefix) => Take(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{++_numbered}"));
}
