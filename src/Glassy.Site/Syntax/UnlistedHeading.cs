using Markdig.Syntax;

namespace Glassy.Syntax;

/// <summary>
/// Marks a heading that a component makes, one of many alike: it has an address, but is not in the page's table of contents.
/// </summary>
internal static class UnlistedHeading
{
    public static void Mark(HeadingBlock heading) => heading.SetData(typeof(UnlistedHeading), true);

    public static bool IsOne(HeadingBlock heading) => heading.ContainsData(typeof(UnlistedHeading));
}
