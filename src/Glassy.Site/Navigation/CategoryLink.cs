using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>Where a category's own name leads: to a page, or to an index that is made of what it holds.</summary>
/// <param name="PageId">The page's id, in the category's folder or from the root; null for a generated index.</param>
public sealed record CategoryLink(string? PageId)
{
    /// <summary>The generated index' address below the route base; null for one made of the category's label.</summary>
    public string? Slug { get; init; }

    /// <summary>Its title; null for the category's label.</summary>
    public string? Title { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Image { get; init; }

    /// <summary>Reads <c>link: {type: doc | generated-index, …}</c>.</summary>
    /// <param name="values">What the category says.</param>
    /// <returns>Null when it says nothing; a null value when it wants none.</returns>
    internal static Located<CategoryLink?>? Read(YamlMapping values)
    {
        var position = values.PositionOf("link");
        if (!values.Has("link") || values.SaysNull("link"))
        {
            return values.Has("link") ? new Located<CategoryLink?>(null, position) : null;
        }

        if (values.Mapping("link", "`{type: doc, id: …}`, `{type: generated-index}` or null") is not { } link)
        {
            return null;
        }

        switch (link.Text("type"))
        {
            case "doc" when link.Text("id") is { } id:
                link.RefuseOthersThan(["type", "id"]);
                return new(new CategoryLink(id), link.PositionOf("id"));
            case "doc":
                link.Report("type", "`link`: a doc needs its `id`");
                return null;
            case "generated-index":
                link.RefuseOthersThan(["type", "slug", "title", "description", "keywords", "image"]);
                return new(Generated(link), position);
            case var type:
                link.Report("type", $"`type: {type}`: doc or generated-index was expected");
                return null;
        }
    }

    private static CategoryLink Generated(YamlMapping link) => new(PageId: null)
    {
        Slug = link.Text("slug"),
        Title = link.Text("title"),
        Description = link.Text("description"),
        Keywords = link.Texts("keywords"),
        Image = link.Text("image"),
    };
}
