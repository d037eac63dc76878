using System.Text;
using Glassy.Content.Syntax;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Glassy.Content;

/// <summary>The text of inline Markdown without its markup: for ids, titles, alternatives.</summary>
public static class PlainText
{
    /// <param name="inline">A block's text; null has none.</param>
    /// <param name="tokens">Resolves tokens; one that cannot be resolved stays as written, rendering reports it.</param>
    /// <param name="onlyFirstLine">Ends at the first line break.</param>
    /// <param name="withPictures">Pictures count as their alternative text; heading ids leave them out.</param>
    public static string Of(ContainerInline? inline, ITokenEvaluator tokens, bool onlyFirstLine = false, bool withPictures = true)
    {
        var text = new StringBuilder();
        Append(inline, tokens, text, onlyFirstLine, withPictures);
        return TokenPipes.Restore(text.ToString().Trim());
    }

    private static bool Append(ContainerInline? container, ITokenEvaluator tokens, StringBuilder text, bool onlyFirstLine, bool withPictures)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
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
                    text.Append(expression.Value?.Value as string ?? expression.Source);
                    break;
                case TokenInline token:
                    text.Append(tokens.Evaluate(token.Expression).Text ?? $"{{{{ {token.Expression} }}}}");
                    break;
                case LineBreakInline when onlyFirstLine:
                    return false;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case TaskList or LinkInline { IsImage: true } when !withPictures:
                    break;
                case ContainerInline inner when !Append(inner, tokens, text, onlyFirstLine, withPictures):
                    return false;
            }
        }

        return true;
    }
}
