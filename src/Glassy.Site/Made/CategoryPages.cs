using Glassy.Execution;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>The indexes of categories that ask for one.</summary>
internal sealed class CategoryPages(ScribanTheme theme) : IMadePages
{
    public IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken) => models.Map.Indexes.Select(index =>
        new Document { Destination = index.Route.File }.WithText(theme.Render("layouts/category.html", models.Of(index), cancellationToken).Value));
}
