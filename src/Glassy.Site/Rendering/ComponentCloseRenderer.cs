using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>A closing tag that is still here has found nothing to close.</summary>
internal sealed class ComponentCloseRenderer(PageWriting page) : HtmlObjectRenderer<ComponentCloseInline>
{
    protected override void Write(HtmlRenderer renderer, ComponentCloseInline obj) =>
        page.Diagnostics.Error(
            $"</{obj.Name}> closes nothing; a closing tag stands on its own line when the opening one does", obj.Position);
}
