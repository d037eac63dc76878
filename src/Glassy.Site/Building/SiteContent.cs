using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Wording;

namespace Glassy.Building;

/// <summary>What the input folder says, read but not yet rendered.</summary>
/// <param name="Pages">Drafts included.</param>
/// <param name="Partials">What pages include and what is no page itself.</param>
/// <param name="Categories">What folders say about themselves.</param>
/// <param name="Sidebars">Written by hand; null for one sidebar of all folders.</param>
/// <param name="Tags">The tags' labels and addresses; null for those that pages make up.</param>
/// <param name="Config">How addresses are made.</param>
/// <param name="Words">What made pages are called.</param>
public sealed record SiteContent(
    IReadOnlyList<Page> Pages,
    IReadOnlyList<PageSource> Partials,
    IReadOnlyList<Category> Categories,
    SidebarFile? Sidebars,
    TagFile? Tags,
    SiteConfig Config,
    Words Words)
{
    /// <summary>All Markdown that pages can include.</summary>
    public IEnumerable<PageSource> Sources => Pages.Select(page => page.Source).Concat(Partials);

    /// <summary>All pages in their places.</summary>
    /// <param name="mistakes">Receives what only the whole site shows.</param>
    public SiteMap MapOf(ICollection<Diagnostic> mistakes) => SiteMap.Build(Pages, Categories, mistakes, Sidebars, Config, Tags, Words);

    /// <summary>Understands the texts.</summary>
    /// <param name="texts">As they are written.</param>
    /// <param name="reader">Reads pages.</param>
    /// <param name="config">How addresses are made.</param>
    /// <param name="words">What made pages are called.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <returns>All that they say, and their mistakes, in their order.</returns>
    public static async Task<(SiteContent Content, List<Diagnostic> Mistakes)> ReadAsync(
        SiteTexts texts, PageReader reader, SiteConfig config, Words words, CancellationToken cancellationToken)
    {
        var byKind = texts.Input.ToLookup(text => PageSource.IsPage(text.InputPath));
        var pages = await byKind[true]
            .ToList()
            .SelectParallelAsync(text => ReadPage(text, reader), cancellationToken)
            .ConfigureAwait(false);
        List<Diagnostic> mistakes = [.. pages.SelectMany(page => page.Mistakes)];
        var content = new SiteContent(
            [.. pages.Select(page => page.Page)],
            [.. Others(PageSource.IsMarkdown).Select(text => PageSource.Parse(text.File, text.InputPath, text.Text, mistakes))],
            [.. Others(Category.IsCategoryFile).Select(text => Category.Parse(text.File, text.InputPath, text.Text, mistakes))],
            texts.Parse(SidebarFile.Name, text => SidebarFile.Parse(SidebarFile.Name, text, mistakes)),
            Others(path => path == TagFile.Name)
                .Select(text => TagFile.Parse(text.File, text.Text.TrimStart('\uFEFF'), mistakes))
                .FirstOrDefault(),
            config,
            words);
        return (content, mistakes);

        IEnumerable<InputText> Others(Func<string, bool> isWanted) => byKind[false].Where(text => isWanted(text.InputPath));
    }

    /// <summary>Reads one page, and its mistakes.</summary>
    public static (Page Page, IReadOnlyList<Diagnostic> Mistakes) ReadPage(InputText text, PageReader reader)
    {
        var mistakes = new List<Diagnostic>();
        return (reader.Read(PageSource.Parse(text.File, text.InputPath, text.Text, mistakes), mistakes), mistakes);
    }
}
