using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Content.Rendering;

internal sealed class AdmonitionRenderer : HtmlObjectRenderer<Admonition>
{
    protected override void Write(HtmlRenderer renderer, Admonition obj)
    {
        var title = obj.OfType<AdmonitionTitle>().FirstOrDefault();
        renderer.EnsureLine();
        renderer.Write($"<div class=\"admonition admonition-{obj.Kind}\"><div class=\"admonition-title\">");
        if (title is null)
        {
            renderer.Write(obj.Kind);
        }
        else
        {
            renderer.WriteLeafInline(title);
        }

        renderer.WriteLine("</div><div class=\"admonition-body\">");
        var body = Children.Render(renderer, () =>
        {
            foreach (var block in obj)
            {
                if (block != title)
                {
                    renderer.Write(block);
                }
            }
        });
        renderer.Write(body.Value).EnsureLine();
        renderer.WriteLine("</div></div>");
    }
}
