using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// The Markdown that pages are written in: CommonMark and GFM, with what Docusaurus adds. One pipeline for all pages and threads.
/// </summary>
public static class MarkdownSyntax
{
    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>Parses a page's body. What is rendered from it goes through <see cref="TokenPipes.Restore"/>.</summary>
    public static MarkdownDocument Parse(string body)
    {
        var document = Markdown.Parse(TokenPipes.Protect(body), Pipeline);
        if (document.GetData(typeof(FootnoteGroup)) is FootnoteGroup footnotes)
        {
            document.Remove(footnotes);
            document.Add(footnotes); // behind the text, which may begin with one
        }

        ComponentNesting.Nest(document);
        if (body.Contains('@', StringComparison.Ordinal))
        {
            EmailLinks.Link(document);
        }

        return document;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseFootnotes()
            .UsePreciseSourceLocation();
        builder.Extensions.Add(new GlassyExtension());
        return builder.Build();
    }

    private sealed class GlassyExtension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.BlockParsers.InsertBefore<HtmlBlockParser>(new ComponentBlockParser());
            pipeline.BlockParsers.Replace<HtmlBlockParser>(new PageHtmlBlockParser());
            pipeline.BlockParsers.Replace<FencedCodeBlockParser>(new PageFenceParser());
            pipeline.BlockParsers.Replace<IndentedCodeBlockParser>(new PageIndentedCodeParser());
            pipeline.BlockParsers.Replace<FootnoteParser>(new PageFootnoteParser());
            pipeline.BlockParsers.Insert(0, new ExpressionBlockParser());
            pipeline.BlockParsers.Insert(0, new MdxCommentBlockParser());
            pipeline.BlockParsers.Insert(0, new EsmBlockParser());
            pipeline.BlockParsers.Insert(0, new AdmonitionParser());
            pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new ComponentInlineParser());
            pipeline.InlineParsers.InsertBefore<AutolinkInlineParser>(new HeadingIdCommentParser());
            pipeline.InlineParsers.Insert(0, new BraceInlineParser());
            pipeline.InlineParsers.Insert(0, new EmojiParser());
            pipeline.InlineParsers.Insert(0, new StrikethroughParser());
            StrikethroughParser.AddTo(pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!); // CommonMark has it
            pipeline.InlineParsers.Insert(0, new WebLinkParser());
            pipeline.InlineParsers.Insert(0, new TaskParser());
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
