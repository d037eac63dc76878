using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>The page of all tags, and one for each; none on a site without tags.</summary>
internal sealed class TagPages(ScribanTheme theme) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken)
    {
        var tags = models.Map.Tags;
        return tags.Tags.Count == 0 ? [] : tags.Tags.Select(tag => PageOf(tag, models, cancellationToken)).Prepend(AllTags(models, cancellationToken));
    }

    private Document AllTags(PageModels models, CancellationToken cancellationToken)
    {
        var (tags, paths) = (models.Map.Tags, models.PathsFrom(models.Map.Tags.Route));
        var model = models.Of("Tags", tags.Route, paths) with { Markdown = tags.Route.MarkdownHref, Tags = PageModels.TagsFrom(tags.Tags, paths) };
        return new Document { Destination = tags.Route.File }.WithText(theme.Render("layouts/tags.html", model, cancellationToken).Value);
    }

    private Document PageOf(Tag tag, PageModels models, CancellationToken cancellationToken)
    {
        var paths = models.PathsFrom(tag.Route);
        var model = models.Of(tag.Label, tag.Route, paths) with
        {
            Markdown = tag.Route.MarkdownHref,
            Description = tag.Description,
            Breadcrumbs = [new PageLink("Tags", models.Map.Tags.Route.HrefFrom(paths))],
            Cards = [.. tag.Pages.Select(page => new PageCard(page.Title, page.HrefFrom(paths), page.Description))],
        };
        return new Document { Destination = tag.Route.File }.WithText(theme.Render("layouts/tag.html", model, cancellationToken).Value);
    }
}
