using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

internal sealed class TokenRenderer(PageWriting page) : HtmlObjectRenderer<TokenInline>
{
    protected override void Write(HtmlRenderer renderer, TokenInline obj)
    {
        var (text, error) = page.Tokens.Evaluate(obj.Expression);
        if (error is not null)
        {
            page.Diagnostics.Error($"{{{{ {obj.Expression} }}}}: {error}", obj.Position);
        }

        renderer.WriteEscape(text ?? "");
    }
}
