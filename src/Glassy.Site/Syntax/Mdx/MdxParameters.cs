using Glassy.Sources;

namespace Glassy.Syntax.Mdx;

/// <summary>What a partial or a component of the page's own calls what its tag says.</summary>
/// <param name="Whole">The name of all of it: <c>props</c>; null when it is taken apart.</param>
/// <param name="Parts">By name, the property that it is of and its default: <c>({color = 'red'})</c>.</param>
internal sealed record MdxParameters(string? Whole, IReadOnlyDictionary<string, (string Property, Literal? Default)> Parts)
{
    private const string Children = "children";

    private static readonly Dictionary<string, (string Property, Literal? Default)> NoParts = [];

    /// <summary>In a partial all properties are <c>props</c>.</summary>
    public static MdxParameters OfPartial { get; } = new("props", NoParts);

    public static MdxParameters None { get; } = new(null, NoParts);

    /// <summary>Whether a name stands for what is between the tags.</summary>
    public bool IsChildren(string name) =>
        (Whole is not null && name == $"{Whole}.{Children}") || (Parts.TryGetValue(name, out var part) && part.Property == Children);

    /// <summary>What a name stands for; null when it is none of these.</summary>
    /// <param name="name">Without members.</param>
    /// <param name="props">What the tag says; null where there is no tag.</param>
    /// <param name="position">Where the name is used.</param>
    public Literal? ValueOf(string name, IReadOnlyDictionary<string, Literal>? props, SourcePosition position)
    {
        if (props is null)
        {
            return null;
        }

        if (name == Whole)
        {
            return new Literal(props, position);
        }

        return Parts.TryGetValue(name, out var part)
            ? props.GetValueOrDefault(part.Property) ?? part.Default ?? new Literal(null, position)
            : null;
    }
}
