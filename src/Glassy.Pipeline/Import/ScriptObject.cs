using Glassy.Sources;

namespace Glassy.Import;

/// <summary>An object literal of a <see cref="ScriptFile"/>: its members, and where they are written.</summary>
/// <param name="position">Where it begins; line 0 for nowhere.</param>
internal sealed class ScriptObject(SourcePosition position) : Dictionary<string, object?>(StringComparer.Ordinal)
{
    private readonly Dictionary<string, SourcePosition> _places = new(StringComparer.Ordinal);

    /// <summary>In place of what could not be read.</summary>
    public static ScriptObject Empty => new(default);

    /// <summary>Puts a member in, over one of the same name.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="place">Where its name is written.</param>
    public void Put(string key, object? value, SourcePosition place) => (this[key], _places[key]) = (value, place);

    /// <summary>Puts in what another object holds.</summary>
    public void Put(ScriptObject other)
    {
        foreach (var (key, value) in other)
        {
            Put(key, value, other._places[key]);
        }
    }

    /// <summary>Where what a path such as <c>navbar.items[2].to</c> names is written, or the nearest around it that has a place.</summary>
    /// <param name="path">Names after points, indices in brackets.</param>
    public SourcePosition PlaceOf(string path)
    {
        var place = position;
        object? value = this;
        foreach (var segment in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            switch (value)
            {
                case ScriptObject members when members._places.TryGetValue(segment, out var named):
                    (place, value) = (named, members[segment]);
                    break;
                case List<object?> items when int.TryParse(segment, out var index) && index < items.Count:
                    value = items[index];
                    place = value is ScriptObject item ? item.PlaceOf("") : place;
                    break;
                default:
                    return place;
            }
        }

        return place;
    }
}
