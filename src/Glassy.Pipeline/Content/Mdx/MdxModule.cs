using Glassy.Theme;
using Markdig.Syntax;

namespace Glassy.Content.Mdx;

/// <summary>A parsed file: the page itself, or a partial at one of the places where it is included.</summary>
internal sealed class MdxModule
{
    public MdxModule(PageSource source, MarkdownDocument document)
    {
        (Source, Document, Scope) = (source, document, MdxScope.Of(document));
        document.SetData(typeof(MdxModule), this);
    }

    public PageSource Source { get; }

    public MarkdownDocument Document { get; }

    /// <summary>What the file imports and exports.</summary>
    public MdxScope Scope { get; }

    /// <summary>What a partial's tag says, once that is written; null for the page itself.</summary>
    public IReadOnlyDictionary<string, Literal>? Props { get; set; }

    /// <summary>What stands between a partial's tags, once that is written.</summary>
    public RawHtml Children { get; set; } = RawHtml.Empty;

    /// <summary>The file that a block was written in.</summary>
    public static MdxModule Of(Block block)
    {
        var root = block;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return (MdxModule)root.GetData(typeof(MdxModule))!; // every document that is rendered is a module's
    }

    /// <summary>Reports what is found meanwhile at places in this file.</summary>
    public void Within(PageDiagnostics diagnostics, Action work) => diagnostics.Within(Source.File, work);
}
