using System.Text;
using Glassy.Syntax;
using Glassy.Tokens;
using Markdig.Extensions.Emoji;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>The text of inline Markdown without its markup: for ids, titles, alternatives.</summary>
public static class PlainText
{
    /// <param name="inline">A block's text; null has none.</param>
    /// <param name="tokens">Resolves tokens; one that cannot be resolved stays as written, rendering reports it.</param>
    /// <param name="onlyFirstLine">Ends at the first line break.</param>
    /// <param name="forId">As heading ids count it: an emoji by its shortcode, line breaks not at all, spaces beside a comment as they
    /// are.</param>
    /// <param name="values">What an expression shows; null for its text as written.</param>
    public static string Of(
        ContainerInline? inline,
        ITokenEvaluator tokens,
        bool onlyFirstLine = false,
        bool forId = false,
        Func<Literal?, string>? values = null)
    {
        var text = new StringBuilder();
        Append(inline, tokens, text, onlyFirstLine, forId, values);
        return TokenPipes.Restore(forId ? text.ToString() : text.ToString().Trim());
    }

    private static bool Append(
        ContainerInline? container,
        ITokenEvaluator tokens,
        StringBuilder text,
        bool onlyFirstLine,
        bool forId,
        Func<Literal?, string>? values)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case EmojiInline emoji when forId:
                    text.Append(emoji.Match);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case ExpressionInline expression:
                    text.Append(values?.Invoke(expression.Value) ?? expression.Value?.Value as string ?? expression.Source);
                    break;
                case TokenInline token:
                    text.Append(tokens.Evaluate(token.Expression).Text ?? $"{{{{ {token.Expression} }}}}");
                    break;
                case LineBreakInline when onlyFirstLine:
                    return false;
                case LineBreakInline when !forId:
                    text.Append(' ');
                    break;
                case ContainerInline inner when !Append(inner, tokens, text, onlyFirstLine, forId, values):
                    return false;
            }
        }

        return true;
    }
}
