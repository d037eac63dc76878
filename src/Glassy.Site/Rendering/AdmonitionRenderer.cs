using Glassy.Diagnostics;
using Glassy.Sources;
using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

internal sealed class AdmonitionRenderer(PageWriting page) : HtmlObjectRenderer<Admonition>
{
    protected override void Write(HtmlRenderer renderer, Admonition obj)
    {
        var title = obj.OfType<AdmonitionTitle>().FirstOrDefault();
        if (!obj.IsClosed)
        {
            page.Diagnostics.Warning(
                $"`:::{obj.Kind}` is not closed: everything that follows is in it; `{new string(':', obj.Colons)}` alone on a line ends it",
                new SourcePosition(obj.Line + 1, obj.Column + 1));
        }

        renderer.EnsureLine();
        if (!obj.IsKnown)
        {
            page.Diagnostics.Warning(
                $"`:::{obj.Kind}` makes no box: there is no such admonition{Spelling.SuggestAndList(obj.Kind, Admonition.Kinds)}",
                new SourcePosition(obj.Line + 1, obj.Column + 1));
            renderer.Write("<div>").Write(BodyOf(renderer, obj, title).Value).EnsureLine();
            renderer.WriteLine("</div>");
            return;
        }

        renderer.Write("<div");
        if (obj.Id is { } id)
        {
            renderer.Write(" id=\"").WriteEscape(id).Write('"');
        }

        renderer.Write(" class=\"").WriteEscape(string.Join(' ', ["admonition", $"admonition-{obj.Kind}", .. obj.Classes]))
            .Write(title is null && obj.PlainTitle is null
                ? "\"><div class=\"admonition-title default\">"
                : "\"><div class=\"admonition-title\">");
        if (obj.PlainTitle is { } plain)
        {
            renderer.WriteEscape(plain);
        }
        else if (title is null)
        {
            renderer.WriteEscape(page.Words[$"admonition.{obj.Kind}"]);
        }
        else
        {
            renderer.WriteLeafInline(title);
        }

        renderer.WriteLine("</div><div class=\"admonition-body\">");
        renderer.Write(BodyOf(renderer, obj, title).Value).EnsureLine();
        renderer.WriteLine("</div></div>");
    }

    private static RawHtml BodyOf(HtmlRenderer renderer, Admonition admonition, AdmonitionTitle? title) => Children.Render(renderer, () =>
    {
        foreach (var block in admonition)
        {
            if (block != title)
            {
                renderer.Write(block);
            }
        }
    });
}
