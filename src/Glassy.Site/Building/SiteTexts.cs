using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Furniture;
using Glassy.Navigation;
using Glassy.Pages;
using Glassy.Reading;
using Glassy.Syntax;

namespace Glassy.Building;

/// <summary>The texts of a project that its site is made of.</summary>
/// <param name="Input">Those of the input folder: Markdown, what folders say about themselves, the file of tags.</param>
/// <param name="Site">Sidebars, navbar, footer and redirects, by their paths in the project.</param>
public sealed record SiteTexts(IReadOnlyList<InputText> Input, IReadOnlyDictionary<string, string> Site)
{
    /// <summary>The files in the project that <see cref="Site"/> may have.</summary>
    public static IReadOnlyList<string> SiteFiles { get; } = [SidebarFile.Name, NavbarFile.Name, FooterFile.Name, RedirectsFile.Name];

    /// <summary>Whether a file of the input folder is one of <see cref="Input"/>.</summary>
    /// <param name="inputPath">Its path in the input folder, with <c>/</c>.</param>
    public static bool IsInput(string inputPath) =>
        PageSource.IsMarkdown(inputPath) || Category.IsCategoryFile(inputPath) || inputPath == TagFile.Name;

    /// <summary>Whether a file of the input folder is one of the site's as it is: no text, and not private (<c>_</c>).</summary>
    /// <param name="inputPath">Its path in the input folder, with <c>/</c>.</param>
    public static bool IsAsset(string inputPath) =>
        !PageSource.IsMarkdown(inputPath) && inputPath != TagFile.Name && !inputPath.Split('/').Any(segment => segment[0] == '_');

    /// <summary>The texts of the input folder with those that the project has on disk.</summary>
    public static SiteTexts Of(ProjectFolder project, IReadOnlyList<InputText> input) => new(
        input,
        SiteFiles.Where(file => File.Exists(project.Absolute(file)))
            .ToDictionary(
                file => file,
                file => File.ReadAllText(project.Absolute(file)).TrimStart('\uFEFF').ReplaceLineEndings("\n"),
                StringComparer.Ordinal));

    /// <summary>That a site has no page, and so leads nowhere, whatever else it has.</summary>
    /// <param name="input">Absolute path of the folder with the pages, whether it is there or not.</param>
    /// <param name="project">For the path in the message.</param>
    public static Diagnostic WithoutPages(string input, ProjectFolder project) => Diagnostic.Error(
        Directory.Exists(input)
            ? "holds no page, expected Markdown such as index.md that is no draft and whose name does not begin with _"
            : "there is no such folder, expected the site's pages in it (index.md); `glassy new <folder>` makes a project with some, or name another folder by --input",
        project.Relative(input) + "/");

    /// <summary>Whether some page, or what pages include, uses a component.</summary>
    /// <param name="component">As tags write it.</param>
    public bool Use(string component) => TagsOf(component).Any();

    /// <summary>The tags by which pages, and what pages include, use a component.</summary>
    /// <param name="component">As tags write it.</param>
    public IEnumerable<ComponentTag> TagsOf(string component) => Input
        .Where(text => PageSource.IsMarkdown(text.InputPath))
        .SelectMany(text => ComponentUse.TagsOf(PageSource.Parse(text.File, text.InputPath, text.Text, []).Body, component));

    /// <summary>A text of the site, understood; null when the project does not have it.</summary>
    internal T? Parse<T>(string file, Func<string, T> parse)
        where T : class => Site.TryGetValue(file, out var text) ? parse(text) : null;
}

/// <summary>A text file of the input folder.</summary>
/// <param name="File">Its path as messages show it.</param>
/// <param name="InputPath">Its path in the input folder, with <c>/</c>.</param>
/// <param name="Text">The whole of it.</param>
public sealed record InputText(string File, string InputPath, string Text);
