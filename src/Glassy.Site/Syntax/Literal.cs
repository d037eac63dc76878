using Glassy.Sources;

namespace Glassy.Syntax;

/// <summary>An attribute's value: the part of JavaScript that is data.</summary>
/// <param name="Value">
/// <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, null, <see cref="IReadOnlyList{T}"/> of
/// <see cref="Literal"/>, <see cref="IReadOnlyDictionary{TKey,TValue}"/> from string to <see cref="Literal"/>,
/// <see cref="EventHandlerCode"/>, or a <see cref="Reference"/> until the page is written.
/// </param>
/// <param name="Position">Where the value begins.</param>
public sealed record Literal(object? Value, SourcePosition Position)
{
    /// <summary>The file whose address the value is, from the site's root; null when it is what the author wrote.</summary>
    public string? File { get; init; }

    /// <summary>The value is an address that works already, from where the page is served.</summary>
    public bool IsAddress { get; init; }

    /// <summary>The value's kind as messages name it.</summary>
    public string Kind => Value switch
    {
        null => "null",
        string => "a string",
        double => "a number",
        bool => "a boolean",
        IReadOnlyList<Literal> => "an array",
        EventHandlerCode => "a function",
        _ => "an object",
    };
}
