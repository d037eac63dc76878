using System.Text;
using Glassy.Pages;
using Glassy.Rendering;

namespace Glassy.Building;

/// <summary>Writes the page of methods and checks: components that an author could use too, on the site's own run.</summary>
/// <param name="parts">With what the site is built.</param>
/// <param name="renderer">Renders pages of the site.</param>
internal sealed class MethodsReport(SiteParts parts, MarkdownRenderer renderer)
{
    /// <summary>The sections, by the word that names each.</summary>
    private static readonly (string Word, string Tags)[] Sections =
    [
        ("methods.checks", "<Checks />"),
        ("methods.data", "<Methods />"),
        ("methods.figures", "<CheckNumbers />\n\n<Figures />"),
        ("methods.recipe", "<RunDetails />"),
    ];

    /// <returns>Null on a site without a run, and where its author wants no such page.</returns>
    public RenderedPage? Write()
    {
        if (!parts.Config.Site.MethodsPage || parts.Shown.Checks is null)
        {
            return null;
        }

        var words = parts.Shown.Words;
        var text = new StringBuilder(words["methods.intro"]).Append('\n');
        foreach (var (word, tags) in Sections)
        {
            text.Append($"\n## {words[word]}\n\n{tags}\n");
        }

        text.Append($"\n## {words["methods.computed"]}\n\n{words["methods.how"]}\n");
        return renderer.Render(new Page
        {
            Source = new PageSource("(methods and checks)", "methods-and-checks.md", FrontMatter.Empty, text.ToString()),
            Route = Route.OfMethods(parts.Config.Site),
            Title = words["methods.title"],
            Description = words["methods.description"],
        });
    }
}
