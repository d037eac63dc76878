using Glassy.Links;
using Glassy.Reading;
using Glassy.Sources;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>Links and pictures, with addresses that work from where the page is served.</summary>
internal sealed class PageLinkRenderer(PageWriting page) : HtmlObjectRenderer<LinkInline>
{
    private readonly PictureWriter _pictures = new(page);

    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var url = obj.GetDynamicUrl?.Invoke() ?? obj.Url ?? "";
        var position = new SourcePosition(obj.Line + 1, obj.Column + 1);
        if (obj.IsImage)
        {
            WritePicture(renderer, obj, url, position);
        }
        else
        {
            WriteLink(renderer, obj, url, position);
        }
    }

    private void WriteLink(HtmlRenderer renderer, LinkInline link, string url, SourcePosition position)
    {
        if (page.IsToc)
        {
            renderer.WriteChildren(link);
            return;
        }

        var href = page.HrefOf(url, position);
        renderer.Write("<a href=\"").WriteEscapeUrl(href).Write('"');
        WriteTitle(renderer, link);
        renderer.WriteAttributes(link);
        renderer.Write(LinkResolver.IsExternal(href) ? " rel=\"noopener\">" : ">");
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private void WritePicture(HtmlRenderer renderer, LinkInline picture, string url, SourcePosition position)
    {
        var alt = PlainText.Of(picture, page.Tokens);
        if (page.IsToc)
        {
            renderer.WriteEscape(alt);
            return;
        }

        if (page.Links.ResolvePicture(url, page.Page, page.SitePath) is not { } shown)
        {
            page.ReportMissingPicture(url, position);
            renderer.Write("<img src=\"").WriteEscapeUrl(url).Write("\" alt=\"").WriteEscape(alt).Write('"');
            WriteTitle(renderer, picture);
            renderer.Write('>');
            return;
        }

        ElementAttribute[] title = string.IsNullOrEmpty(picture.Title) ? [] : [new("title", picture.Title)];
        _pictures.Write(renderer, url, shown, [new("src", url), new("alt", alt), .. title], position);
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
        }
    }

    /// <summary>An address in angle brackets; one that must not be written is reported.</summary>
    public sealed class Bracketed(PageWriting page) : AutolinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            if (!obj.IsEmail && UrlScheme.MistakeIn(obj.Url) is { } mistake)
            {
                page.Diagnostics.Error(mistake, new SourcePosition(obj.Line + 1, obj.Column + 1));
                return;
            }

            base.Write(renderer, obj);
        }
    }
}
