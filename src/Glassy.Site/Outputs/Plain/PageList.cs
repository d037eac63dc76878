using System.Text;
using Glassy.Wording;

namespace Glassy.Outputs.Plain;

/// <summary>The site's pages for programs that read it, after llmstxt.org: what the site is, and its pages by section.</summary>
internal static class PageList
{
    /// <param name="title">The site's name.</param>
    /// <param name="tagline">One sentence about it; empty for none.</param>
    /// <param name="pages">In reading order.</param>
    /// <param name="words">What the section of pages is called that are in no category.</param>
    public static string Write(string title, string tagline, IEnumerable<ListedPage> pages, Words words)
    {
        var list = new StringBuilder().Append("# ").Append(MarkdownText.Escape(title)).Append('\n');
        if (tagline.Length > 0)
        {
            list.Append("\n> ").Append(MarkdownText.Escape(tagline)).Append('\n');
        }

        foreach (var section in pages.GroupBy(page => page.Section, StringComparer.Ordinal))
        {
            list
                .Append("\n## ")
                .Append(MarkdownText.Escape(section.Key.Length > 0 ? section.Key : words["navigation.pages"]))
                .Append("\n\n");
            list.AppendJoin('\n', section.Select(page => MarkdownPage.Entry(page.Title, page.Href, page.Description))).Append('\n');
        }

        return list.ToString();
    }
}
