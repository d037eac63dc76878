using Glassy.Runs;

namespace Glassy.Tokens;

/// <summary>What prose cannot say of a run that another program made.</summary>
internal static class ForeignTokens
{
    private static readonly string[] Unknown = ["run.options", "run.environment", "run.durations", "run.epochs", "run.loss", "model"];

    /// <summary>Why an expression has no value, when it is for that reason; null for another.</summary>
    public static string? WhyNot(string expression, Run? run) =>
        run?.Foreign is { } foreign && Unknown.FirstOrDefault(name => Names(expression, name)) is { } unknown
            ? $"`{unknown}` is not known of this run: another program made it ('{foreign.File}'), and has not told"
            : null;

    private static bool Names(string expression, string name) =>
        expression.Trim() is var text && text.StartsWith(name, StringComparison.Ordinal)
        && (text.Length == name.Length || !(char.IsAsciiLetterOrDigit(text[name.Length]) || text[name.Length] == '_'));
}
