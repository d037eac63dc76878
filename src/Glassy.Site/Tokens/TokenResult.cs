namespace Glassy.Tokens;

/// <summary>What a token became.</summary>
/// <param name="Text">Plain text, not yet escaped; null when there is a mistake.</param>
/// <param name="Error">What is wrong, in one line; null when there is nothing.</param>
public readonly record struct TokenResult(string? Text, string? Error);
