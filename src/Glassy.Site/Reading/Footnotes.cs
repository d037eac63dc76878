using Glassy.Syntax.Mdx;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>
/// The footnotes of a page and of all that it includes, numbered as in one document: by where they are first referred to.
/// </summary>
internal sealed class Footnotes
{
    private readonly List<Footnote> _used = [];
    private readonly Dictionary<Footnote, string> _names = new(ReferenceEqualityComparer.Instance);

    private Footnotes()
    {
    }

    /// <summary>Those that something refers to, by number.</summary>
    public IReadOnlyList<Footnote> Used => _used;

    /// <summary>What a footnote's ids are made of: its label, with a number behind it where an included file has the same.</summary>
    public string NameOf(Footnote footnote) => _names[footnote];

    /// <summary>Numbers a page's footnotes and adds the ways back behind them.</summary>
    public static Footnotes Number(MdxModule page)
    {
        var footnotes = new Footnotes();
        footnotes.Visit(page.Document);
        for (var i = 0; i < footnotes._used.Count; i++)
        {
            footnotes.Visit(footnotes._used[i]); // may refer to further ones
        }

        footnotes._used.ForEach(AddWaysBack);
        return footnotes;
    }

    private void Visit(ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case FootnoteGroup:
                    break;
                case ComponentBlock { Partial: { } partial } component:
                    Visit(component);
                    Visit(partial.Document);
                    break;
                case ContainerBlock inner:
                    Visit(inner);
                    break;
                case LeafBlock leaf:
                    Visit(leaf.Inline);
                    break;
            }
        }
    }

    private void Visit(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is FootnoteLink link)
            {
                Add(link);
            }

            Visit(inline as ContainerInline);
            if (inline is ComponentInline { Partial: { } partial })
            {
                Visit(partial.Document);
            }
        }
    }

    private void Add(FootnoteLink link)
    {
        var footnote = link.Footnote;
        if (!_names.ContainsKey(footnote))
        {
            _used.Add(footnote);
            footnote.Order = _used.Count;
            var label = FootnoteIds.Label(footnote);
            var name = label;
            for (var same = 2; _names.ContainsValue(name); same++)
            {
                name = $"{label}_{same}";
            }

            _names[footnote] = name;
        }

        footnote.Links.Add(link);
        link.Index = footnote.Links.Count;
    }

    private static void AddWaysBack(Footnote footnote)
    {
        if (footnote.LastChild is not ParagraphBlock { Inline: { } text })
        {
            text = new ContainerInline();
            footnote.Add(new ParagraphBlock { Inline = text });
        }

        foreach (var link in footnote.Links)
        {
            text.AppendChild(new FootnoteLink(footnote) { Index = link.Index, IsBackLink = true });
        }
    }
}
