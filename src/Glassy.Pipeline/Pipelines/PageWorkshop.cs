using Glassy.Made;
using Glassy.Navigation;
using Glassy.Reading;
using Glassy.Rendering;

namespace Glassy.Pipelines;

/// <summary>With what a build rendered its Markdown: whoever changes some of the pages can render them as a whole build would.</summary>
/// <param name="Content">What the build read.</param>
/// <param name="Reader">Reads pages anew.</param>
/// <param name="RendererOf">Renders pages of a site with this content and map, until that is cancelled: the build's own token may be by then.</param>
/// <param name="LayoutsOf">Puts pages of a site with this map into their layouts.</param>
public sealed record PageWorkshop(
    SiteContent Content,
    PageReader Reader,
    Func<SiteContent, SiteMap, CancellationToken, MarkdownRenderer> RendererOf,
    Func<SiteMap, PageLayouts> LayoutsOf);
