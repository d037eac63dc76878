using Glassy.Code;
using Glassy.Sources;
using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Rendering;

/// <summary>Code fences with title, highlighted lines and line numbers; indented code without.</summary>
internal sealed class PageCodeRenderer(PageWriting page) : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var code = CodeOf(obj);
        var info = obj is FencedCodeBlock fence ? CodeInfo.Parse($"{fence.Info} {fence.Arguments}") : CodeInfo.Plain;
        renderer.EnsureLine();
        renderer.WriteLine(CodeBlockHtml.Render(code, info, page.Diagnostics, new SourcePosition(obj.Line + 1, obj.Column + 1)).Value);
    }

    /// <summary>The block's text, each line ended by <c>\n</c>.</summary>
    internal static string CodeOf(CodeBlock block)
    {
        var lines = block.Lines;
        return lines.Count == 0 ? "" : TokenPipes.Restore($"{lines}\n");
    }
}
