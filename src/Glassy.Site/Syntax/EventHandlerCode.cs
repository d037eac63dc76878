namespace Glassy.Syntax;

/// <summary>What an attribute such as <c>onClick={…}</c> says: a function that nothing here runs, so it is left out.</summary>
public sealed record EventHandlerCode
{
    private EventHandlerCode()
    {
    }

    public static EventHandlerCode Instance { get; } = new();

    /// <summary>Whether an attribute of this name takes a function.</summary>
    public static bool IsName(ReadOnlySpan<char> attribute) => attribute is ['o', 'n', >= 'A' and <= 'Z', ..];
}
