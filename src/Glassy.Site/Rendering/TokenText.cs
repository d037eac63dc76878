using System.Text.RegularExpressions;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Rendering;

/// <summary>What tokens become; those that mean nothing are reported.</summary>
internal sealed partial class TokenText(PageWriting page)
{
    /// <summary>Characters of an expression that a message repeats.</summary>
    private const int Longest = 60;

    /// <summary>A token's text, not escaped.</summary>
    /// <param name="expression">What stands between the braces.</param>
    /// <param name="position">Where a message points.</param>
    public string Of(string expression, SourcePosition position)
    {
        var (text, error) = page.Tokens.Evaluate(expression);
        if (error is not null)
        {
            page.Diagnostics.Error($"{{{{ {OneLine(expression)} }}}}: {error}", position);
        }

        return text ?? "";
    }

    /// <summary>A text with its tokens filled in; <c>\{{</c> is two braces.</summary>
    /// <param name="text">Not escaped.</param>
    /// <param name="position">Where a message points.</param>
    public string Fill(string text, SourcePosition position) => !text.Contains("{{", StringComparison.Ordinal)
        ? text
        : Token().Replace(
            text, match => match.Value[0] == '\\' ? "{{" : Of(TokenPipes.Restore(match.Groups["expression"].Value.Trim()), position));

    private static string OneLine(string expression)
    {
        var words = string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Longest ? words : words[..Longest] + " …";
    }

    [GeneratedRegex(@"\\\{\{|\{\{(?<expression>[^{}]*)\}\}")]
    private static partial Regex Token();
}
