using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Glassy.Content.Rendering;

/// <summary>Raw HTML; <c>&lt;style&gt;{`…`}&lt;/style&gt;</c>, as JSX has to write it, without the braces.</summary>
internal sealed partial class PageHtmlBlockRenderer : HtmlObjectRenderer<HtmlBlock>
{
    private readonly HtmlBlockRenderer _raw = new();

    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        if (obj.Type != HtmlBlockType.ScriptPreOrStyle || Template().Match(obj.Lines.ToString()) is not { Success: true } match)
        {
            _raw.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine($"{match.Groups["open"].Value}{match.Groups["text"].Value}{match.Groups["close"].Value}");
    }

    [GeneratedRegex("""^(?<open><(?:style|script|pre)\b[^>{]*>)\s*\{`(?<text>[^`]*)`\}\s*(?<close></\w+>)\s*$""")]
    private static partial Regex Template();
}
