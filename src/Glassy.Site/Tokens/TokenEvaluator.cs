using System.Collections.Concurrent;
using Glassy.Diagnostics;

namespace Glassy.Tokens;

/// <summary>Evaluates each expression once for the whole site.</summary>
/// <param name="evaluate">
/// The text of an expression; a <see cref="DiagnosticException"/> says what is wrong with it. Must be safe to call from any thread.
/// </param>
/// <param name="whyNot">Why an expression that went wrong has no value, in better words; null for none.</param>
public sealed class TokenEvaluator(Func<string, string> evaluate, Func<string, string?>? whyNot = null) : ITokenEvaluator
{
    private readonly ConcurrentDictionary<string, TokenResult> _results = new(StringComparer.Ordinal);

    public TokenResult Evaluate(string expression) => _results.GetOrAdd(expression, key =>
    {
        if (key.Contains("{{", StringComparison.Ordinal))
        {
            return new TokenResult(null, "it is not closed by `}}`");
        }

        try
        {
            return new TokenResult(evaluate(key), null);
        }
        catch (DiagnosticException mistake)
        {
            return new TokenResult(
                null, whyNot?.Invoke(key) ?? string.Join("; ", mistake.Diagnostics.Select(diagnostic => diagnostic.Message)));
        }
    });
}
