namespace Glassy.Tokens;

/// <summary>Resolves <c>{{ expressions }}</c> in prose. Safe to call from any thread.</summary>
public interface ITokenEvaluator
{
    /// <param name="expression">What stands between the braces: <c>run.accuracy | percent</c>.</param>
    TokenResult Evaluate(string expression);
}
