using Glassy.Pages;
using Glassy.Sources;
using Markdig.Syntax;

namespace Glassy.Syntax.Mdx;

/// <summary>A parsed file: the page itself, or a partial or a component of its own at one of the places where it is used.</summary>
internal sealed class MdxModule
{
    public MdxModule(PageSource source, MarkdownDocument document)
        : this(source, document, MdxScope.Of(document), MdxParameters.OfPartial)
    {
    }

    /// <param name="source">The file.</param>
    /// <param name="document">It, or what a component that it defines stands for.</param>
    /// <param name="scope">What the file imports and exports.</param>
    /// <param name="parameters">What it calls its properties.</param>
    public MdxModule(PageSource source, MarkdownDocument document, MdxScope scope, MdxParameters parameters)
    {
        (Source, Document, Scope, Parameters) = (source, document, scope, parameters);
        document.SetData(typeof(MdxModule), this);
    }

    public PageSource Source { get; }

    public MarkdownDocument Document { get; }

    /// <summary>What the file imports and exports.</summary>
    public MdxScope Scope { get; }

    /// <summary>What the file, or the component that it defines, calls its properties.</summary>
    public MdxParameters Parameters { get; }

    /// <summary>What a partial's tag says, once that is written; null for the page itself.</summary>
    public IReadOnlyDictionary<string, Literal>? Props { get; set; }

    /// <summary>What stands between a partial's tags, once that is written.</summary>
    public RawHtml Children { get; set; } = RawHtml.Empty;

    /// <summary>Whether a value stands for <see cref="Children"/>.</summary>
    public bool IsChildren(Literal? value) =>
        Props is not null && value?.Value is Reference { IsFile: false } name && Parameters.IsChildren(name.Name);

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
