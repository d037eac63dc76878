using System.Globalization;
using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>What a name after a dot means, and what front matter says as a value.</summary>
internal static class LiteralMembers
{
    /// <summary>A member of an object, an item of an array, or the length of an array or string; null when there is none.</summary>
    public static Literal? Find(Literal owner, string member) => owner.Value switch
    {
        IReadOnlyDictionary<string, Literal> members => members.GetValueOrDefault(member),
        IReadOnlyList<Literal> items when member == "length" => owner with { Value = (double)items.Count },
        IReadOnlyList<Literal> items when int.TryParse(member, CultureInfo.InvariantCulture, out var index) =>
            items.ElementAtOrDefault(index),
        string text when member == "length" => owner with { Value = (double)text.Length },
        _ => null,
    };

    /// <summary>The names that a value's members have.</summary>
    public static IReadOnlyCollection<string> Known(Literal owner) =>
        owner.Value is IReadOnlyDictionary<string, Literal> members ? [.. members.Keys] : [];

    /// <summary>A value of front matter: a string, a list or a dictionary.</summary>
    public static Literal Of(object? value, SourcePosition position) => new(
        value switch
        {
            IReadOnlyDictionary<string, object?> members => Of(members, position).Value,
            IEnumerable<object?> items => items.Select(item => Of(item, position)).ToList(),
            _ => value,
        },
        position);

    /// <summary>Front matter as an object.</summary>
    public static Literal Of(IReadOnlyDictionary<string, object?> members, SourcePosition position) =>
        new(members.ToDictionary(member => member.Key, member => Of(member.Value, position), StringComparer.Ordinal), position);
}
