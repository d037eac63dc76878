using Glassy.Configuration;
using Glassy.Pages;
using Glassy.Wording;

namespace Glassy.Navigation;

/// <summary>All tags of the site and who has them.</summary>
public sealed class TagMap
{
    private readonly Dictionary<Page, IReadOnlyList<TagPage>> _tagsOf = new(ReferenceEqualityComparer.Instance);

    /// <param name="pages">The pages that are built, in the site's order.</param>
    /// <param name="config">How addresses are made.</param>
    /// <param name="file">What the site's author says about tags; null for nothing.</param>
    /// <param name="words">What the page of all tags is called; null for English.</param>
    internal TagMap(IReadOnlyList<Page> pages, SiteConfig config, TagFile? file = null, Words? words = null)
    {
        var uses = pages.SelectMany(page => page.Source.FrontMatter.Tags.Select(reference =>
            (
                Page: page,
                Label: file?.Of(reference)?.Label ?? reference.Label,
                file?.Of(reference)?.Description,
                Permalink: PermalinkOf(reference)))).ToList();
        var tags = uses.GroupBy(use => use.Permalink, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new TagPage
            {
                Title = group.First().Label,
                Route = Route.Of(group.Key, config.TrailingSlash),
                Pages = [.. group
                    .Select(use => use.Page)
                    .Distinct<Page>(ReferenceEqualityComparer.Instance)
                    .Where(page => !page.Source.FrontMatter.Unlisted)
                    .OrderBy(page => page.Title, StringComparer.Ordinal)],
                Description = group.Select(use => use.Description).FirstOrDefault(text => text is not null) ?? "",
            },
            StringComparer.Ordinal);
        IReadOnlyList<TagPage> shown = [.. tags.Values
            .Where(tag => tag.Pages.Count > 0)
            .OrderBy(tag => tag.Title, StringComparer.OrdinalIgnoreCase)
            .ThenBy(tag => tag.Title, StringComparer.Ordinal)];
        All = new TagsPage
        {
            Title = (words ?? WordsReader.English)["tags.name"],
            Route = Route.Of(Permalink.Under(config.RouteBase, "tags"), config.TrailingSlash),
            Tags = shown
        };
        foreach (var page in pages.Where(page => page.Source.FrontMatter.Tags.Count > 0))
        {
            var own = page.Source.FrontMatter.Tags.Select(reference => tags[PermalinkOf(reference)]);
            _tagsOf[page] = [.. own.Distinct<TagPage>(ReferenceEqualityComparer.Instance).Where(tag => tag.Pages.Count > 0)];
        }

        string PermalinkOf(TagReference tag) => Permalink.Under(
            config.RouteBase, "tags/" + (file?.Of(tag)?.Permalink ?? tag.Permalink ?? TagSlug.Of(tag.Label)).TrimStart('/'));
    }

    /// <summary>The page of all tags. A tag of unlisted pages only is not among them.</summary>
    public TagsPage All { get; }

    /// <summary>The pages that are made for tags; none on a site without.</summary>
    public IEnumerable<SitePage> Made => All.Tags.Count == 0 ? [] : [All, .. All.Tags];

    /// <summary>A page's tags, as it names them.</summary>
    public IReadOnlyList<TagPage> Of(Page page) => _tagsOf.GetValueOrDefault(page, []);
}
