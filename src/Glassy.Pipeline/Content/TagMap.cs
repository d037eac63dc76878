namespace Glassy.Content;

/// <summary>All tags of the site and who has them.</summary>
public sealed class TagMap
{
    private readonly Dictionary<Page, IReadOnlyList<Tag>> _tagsOf = new(ReferenceEqualityComparer.Instance);

    /// <param name="pages">The pages that are built, in the site's order.</param>
    /// <param name="options">How addresses are made.</param>
    internal TagMap(IReadOnlyList<Page> pages, ContentOptions options)
    {
        Route = Route.Of(Permalink.Under(options.RouteBase, "tags"), options.TrailingSlash);
        var uses = pages.SelectMany(page => page.Source.FrontMatter.Tags.Select(reference => (Page: page, reference.Label, Permalink: PermalinkOf(reference, options)))).ToList();
        var tags = uses.GroupBy(use => use.Permalink, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new Tag(
                group.First().Label,
                Route.Of(group.Key, options.TrailingSlash),
                [.. group.Select(use => use.Page).Distinct<Page>(ReferenceEqualityComparer.Instance).Where(page => !page.Source.FrontMatter.Unlisted).OrderBy(page => page.Title, StringComparer.Ordinal)]),
            StringComparer.Ordinal);
        Tags = [.. tags.Values.Where(tag => tag.Pages.Count > 0).OrderBy(tag => tag.Label, StringComparer.OrdinalIgnoreCase).ThenBy(tag => tag.Label, StringComparer.Ordinal)];
        foreach (var page in pages.Where(page => page.Source.FrontMatter.Tags.Count > 0))
        {
            var own = page.Source.FrontMatter.Tags.Select(reference => tags[PermalinkOf(reference, options)]);
            _tagsOf[page] = [.. own.Distinct<Tag>(ReferenceEqualityComparer.Instance).Where(tag => tag.Pages.Count > 0)];
        }
    }

    /// <summary>Where the page of all tags is.</summary>
    public Route Route { get; }

    /// <summary>By label. A tag of unlisted pages only is not among them.</summary>
    public IReadOnlyList<Tag> Tags { get; }

    /// <summary>A page's tags, as it names them.</summary>
    public IReadOnlyList<Tag> Of(Page page) => _tagsOf.GetValueOrDefault(page, []);

    private static string PermalinkOf(TagReference tag, ContentOptions options) =>
        Permalink.Under(options.RouteBase, "tags/" + (tag.Permalink ?? TagSlug.Of(tag.Label)).TrimStart('/'));
}
