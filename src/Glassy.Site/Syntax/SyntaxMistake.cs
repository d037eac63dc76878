namespace Glassy.Syntax;

/// <summary>Something in a tag that cannot be read; reported when the page is rendered.</summary>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Offset">0-based place in the text that was parsed.</param>
public sealed record SyntaxMistake(string Message, int Offset)
{
    /// <summary>It is not JavaScript at all.</summary>
    public bool IsSyntax { get; init; }
}
