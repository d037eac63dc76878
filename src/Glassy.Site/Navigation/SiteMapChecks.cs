using Glassy.Diagnostics;
using Glassy.Pages;
using Glassy.Sources;

namespace Glassy.Navigation;

/// <summary>The mistakes that only the whole site shows.</summary>
internal sealed class SiteMapChecks(IReadOnlyList<Page> pages, Dictionary<string, Page> byId, ICollection<Diagnostic> diagnostics)
{
    /// <summary>Two pages, or a page and a category's index, that are one file.</summary>
    public void RefuseSharedAddresses(IReadOnlyList<CategoryPage> categories)
    {
        var places = pages.Select(page => (page.Route, page.Source.File, Position: page.Source.FrontMatter.PositionOf("slug")))
            .Concat(categories.Select(category => (category.Route, category.Written.File, category.Written.Position)));
        foreach (var same in places.GroupBy(place => place.Route.File, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            var first = same.First();
            foreach (var (route, file, position) in same.Skip(1))
            {
                Report($"its address {route.Permalink} is also that of {first.File}; give one of them another `slug`", file, position);
            }
        }
    }

    /// <summary>Two pages at different addresses with one id, which sidebars could not tell apart.</summary>
    public void RefuseSharedIds()
    {
        foreach (var page in pages)
        {
            var first = byId[page.Id];
            if (!ReferenceEquals(first, page) && !first.OutputPath.Equals(page.OutputPath, StringComparison.OrdinalIgnoreCase))
            {
                Report(
                    $"its id `{page.Id}` is also that of {first.Source.File}; give one of them another `id`",
                    page.Source.File,
                    page.Source.FrontMatter.PositionOf("id"));
            }
        }
    }

    /// <summary>Front matter that names a page or a sidebar that is not there.</summary>
    public void RefuseUnknownNames(IReadOnlyList<Sidebar> sidebars)
    {
        var names = sidebars.Select(sidebar => sidebar.Name).ToList();
        foreach (var page in pages)
        {
            var frontMatter = page.Source.FrontMatter;
            RefuseUnknownId("pagination_prev", frontMatter.PaginationPrevious, page);
            RefuseUnknownId("pagination_next", frontMatter.PaginationNext, page);
            if (frontMatter.DisplayedSidebar is { Value: { } name, Position: var position } && !names.Contains(name))
            {
                Report(
                    $"`displayed_sidebar: {name}`: there is no such sidebar{Spelling.SuggestAndList(name, names)}",
                    page.Source.File,
                    position);
            }
        }
    }

    private void RefuseUnknownId(string key, Located<string?>? id, Page page)
    {
        if (id?.Value is { } wanted && !byId.ContainsKey(wanted))
        {
            Report($"`{key}: {wanted}`: there is no page with this id{Spelling.Suggest(wanted, byId.Keys)}", page.Source.File, id.Position);
        }
    }

    private void Report(string message, string file, SourcePosition position) =>
        diagnostics.Add(Diagnostic.Error(message, file, position.Line, position.Column));
}
