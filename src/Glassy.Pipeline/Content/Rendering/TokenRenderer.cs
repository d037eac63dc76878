using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

internal sealed class TokenRenderer(PageWriting page) : HtmlObjectRenderer<TokenInline>
{
    /// <summary>Characters of an expression that a message repeats.</summary>
    private const int Longest = 60;

    protected override void Write(HtmlRenderer renderer, TokenInline obj)
    {
        var (text, error) = page.Tokens.Evaluate(obj.Expression);
        if (error is not null)
        {
            page.Diagnostics.Error($"{{{{ {OneLine(obj.Expression)} }}}}: {error}", obj.Position);
        }

        renderer.WriteEscape(text ?? "");
    }

    private static string OneLine(string expression)
    {
        var words = string.Join(' ', expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Longest ? words : words[..Longest] + " …";
    }
}
