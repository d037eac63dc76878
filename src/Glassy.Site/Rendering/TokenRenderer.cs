using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

internal sealed class TokenRenderer(PageWriting page) : HtmlObjectRenderer<TokenInline>
{
    private readonly TokenText _tokens = new(page);

    protected override void Write(HtmlRenderer renderer, TokenInline obj) => renderer.WriteEscape(_tokens.Of(obj.Expression, obj.Position));
}
