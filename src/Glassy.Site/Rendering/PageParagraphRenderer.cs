using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>Paragraphs; one that is nothing but components or block elements is none, as in MDX.</summary>
internal sealed class PageParagraphRenderer(PageWriting page) : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _paragraph = new();

    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (obj.Inline is { } inline
            && IsOnlyBlocks(inline, isInElement: obj.Parent is ComponentBlock parent && HtmlNames.IsElement(parent.Tag.Name)))
        {
            renderer.EnsureLine();
            renderer.WriteLeafInline(obj);
            renderer.EnsureLine();
            return;
        }

        _paragraph.Write(renderer, obj);
        if (renderer.ImplicitParagraph && obj.Parent is ComponentBlock element && !ReferenceEquals(element.LastChild, obj))
        {
            renderer.EnsureLine(); // the next one's first word is not part of its last
        }
    }

    /// <summary>Whether nothing stands outside of tags, and one of them begins a block or the whole is in an element already.</summary>
    private bool IsOnlyBlocks(ContainerInline text, bool isInElement)
    {
        var depth = 0;
        var hasBlock = false;
        for (var inline = text.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case ComponentInline:
                    hasBlock |= depth == 0;
                    break;
                case ElementInline element:
                    hasBlock |= depth == 0 && (isInElement || !HtmlNames.IsPhrasing(element.Tag.Name));
                    depth += element.Tag.IsSelfClosing || HtmlNames.IsVoid(element.Tag.Name) ? 0 : 1;
                    break;
                case HtmlInline { Tag: ['<', '/', ..] }:
                    depth--;
                    break;
                case HtmlInline { Tag: { } raw } when raw.Length > 2 && char.IsAsciiLetter(raw[1]):
                    var name = raw[1..raw.AsSpan().IndexOfAny(" \t\n/>")];
                    hasBlock |= depth == 0 && (isInElement || !HtmlNames.IsPhrasing(name));
                    depth += raw.EndsWith("/>", StringComparison.Ordinal) || HtmlNames.IsVoid(name) ? 0 : 1;
                    break;
                case ExpressionInline expression when page.Module.IsChildren(expression.Value)
                    && IsBlocks(page.Module.Children.Value.AsSpan().TrimStart()):
                    hasBlock |= depth == 0;
                    break;
                case LineBreakInline or SilentInline:
                    break;
                case LiteralInline literal when literal.Content.AsSpan().IsWhiteSpace():
                    break;
                default:
                    if (depth == 0)
                    {
                        return false;
                    }

                    break;
            }
        }

        return hasBlock && depth == 0;
    }

    /// <summary>Whether what stands between a partial's tags is nothing, or begins with a block.</summary>
    private static bool IsBlocks(ReadOnlySpan<char> html) => html is []
        || (html is ['<', var first, ..]
        && char.IsAsciiLetter(first)
        && html.IndexOfAny(" \t\n/>") is var end and > 1
        && !HtmlNames.IsPhrasing(html[1..end].ToString()));
}
