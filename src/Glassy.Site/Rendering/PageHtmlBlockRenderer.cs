using System.Text.RegularExpressions;
using Glassy.Syntax;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Rendering;

/// <summary>
/// Raw HTML with addresses that work; <c>&lt;style&gt;{`…`}&lt;/style&gt;</c>, as JSX has to write it, without the braces.
/// </summary>
internal sealed partial class PageHtmlBlockRenderer(PageWriting page) : HtmlObjectRenderer<HtmlBlock>
{
    private readonly HtmlBlockRenderer _raw = new();
    private readonly RawHtmlWriter _html = new(page);

    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        if (obj.Type is HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock)
        {
            _html.Write(renderer, obj);
            return;
        }

        var text = obj.Lines.ToString();
        if (obj.Type == HtmlBlockType.ScriptPreOrStyle && text.TrimStart().StartsWith("<pre", StringComparison.OrdinalIgnoreCase))
        {
            renderer.EnsureLine();
            renderer.WriteLine(RawStrings.WriteOut(text));
            return;
        }

        if (obj.Type != HtmlBlockType.ScriptPreOrStyle || Template().Match(text) is not { Success: true } match)
        {
            _raw.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine($"{match.Groups["open"].Value}{match.Groups["text"].Value}{match.Groups["close"].Value}");
    }

    [GeneratedRegex("""^(?<open><(?:style|script)\b[^>{]*>)\s*\{`(?<text>[^`]*)`\}\s*(?<close></\w+>)\s*$""")]
    private static partial Regex Template();
}
