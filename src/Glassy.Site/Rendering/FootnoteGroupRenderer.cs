using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Glassy.Rendering;

/// <summary>
/// A file's footnotes where they are defined: nothing of them is shown there, <see cref="FootnoteSection"/> shows those of the whole page.
/// </summary>
internal sealed class FootnoteGroupRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
    }
}
