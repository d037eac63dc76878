namespace Glassy.Content;

/// <summary>Resolves <c>{{ expressions }}</c> in prose. Safe to call from any thread.</summary>
public interface ITokenEvaluator
{
    /// <param name="expression">What stands between the braces: <c>run.accuracy | percent</c>.</param>
    TokenResult Evaluate(string expression);
}

/// <summary>What a token became.</summary>
/// <param name="Text">Plain text, not yet escaped; null when there is a mistake.</param>
/// <param name="Error">What is wrong, in one line; null when there is nothing.</param>
public readonly record struct TokenResult(string? Text, string? Error);
