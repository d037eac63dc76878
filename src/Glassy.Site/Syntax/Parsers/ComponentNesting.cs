using System.Runtime.CompilerServices;
using Glassy.Syntax.Mdx;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Syntax.Parsers;

/// <summary>Puts what stands between an inline component's tags into it, once a page's inlines are known.</summary>
internal static class ComponentNesting
{
    public static void Nest(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is { } inline && inline.FindDescendants<ComponentInline>().Any())
            {
                NestIn(inline);
            }
        }
    }

    private static void NestIn(ContainerInline container)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var open = new Stack<ComponentInline>();
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is ComponentCloseInline close && open.TryPeek(out var last) && last.Tag.Name == close.Name)
            {
                close.Remove();
                open.Pop();
                inline = next;
                continue;
            }

            if (open.TryPeek(out var parent))
            {
                inline.Remove();
                parent.AppendChild(inline);
            }

            if (inline is ComponentInline { Tag.IsSelfClosing: false } component)
            {
                open.Push(component);
            }
            else if (inline is ContainerInline inner)
            {
                NestIn(inner);
            }

            inline = next;
        }

        foreach (var unclosed in open)
        {
            unclosed.IsUnclosed = true;
        }
    }
}
