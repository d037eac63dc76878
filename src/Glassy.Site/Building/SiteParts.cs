using Glassy.Caching;
using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Links;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Theme;
using Glassy.Tokens;

namespace Glassy.Building;

/// <summary>With what a site is built besides its texts.</summary>
public sealed record SiteParts
{
    public required ProjectFolder Project { get; init; }

    /// <summary>Absolute path of the folder with the Markdown.</summary>
    public required string Input { get; init; }

    public required GlassyConfig Config { get; init; }

    /// <summary>What components show: the run, if there is one, and its pictures.</summary>
    public required ComponentSite Shown { get; init; }

    /// <summary>Every file of the site that is no page.</summary>
    public required SiteFiles Files { get; init; }

    /// <summary>Where the site has these files.</summary>
    public required IFilePublisher Publisher { get; init; }

    public required ITokenEvaluator Tokens { get; init; }

    /// <summary>The components, which render until that is cancelled.</summary>
    public required Func<CancellationToken, ComponentRegistry> ComponentsUntil { get; init; }

    public required ScribanTheme Theme { get; init; }

    public required ThemeFiles ThemeFiles { get; init; }

    /// <summary>What readers of every page should know first; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Those of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="input">Absolute path of the folder with the Markdown.</param>
    /// <param name="config">How the site is built.</param>
    /// <param name="shown">What components show.</param>
    /// <param name="files">Every file that is no page, by path from the site's root.</param>
    /// <param name="cache">Keeps scaled pictures.</param>
    /// <param name="ownTheme">Where the theme is; null for the project's own and the one that comes with the program.</param>
    public static SiteParts Of(
        ProjectFolder project,
        string input,
        GlassyConfig config,
        ComponentSite shown,
        IReadOnlyDictionary<string, SourceFile> files,
        StageCache cache,
        ThemeFiles? ownTheme = null)
    {
        var (site, themeFiles) = (config.Site, ownTheme ?? ThemeFiles.Of(project));
        var theme = new ScribanTheme(project, themeFiles, shown.Words);
        var tokens = TokenModel.Of(
            shown.Results, new SiteTokens(site.Title, site.Tagline, site.Url, site.Repository), shown.Words, shown.Runs);
        return new SiteParts
        {
            Project = project,
            Input = input,
            Config = config,
            Shown = shown,
            Files = new SiteFiles(files.Keys.ToDictionary(file => file, _ => (PictureSize?)null)),
            Publisher = new PublishedFiles(files, cache),
            Tokens = new TokenEvaluator(
                expression => theme.Evaluate(expression, tokens), expression => ForeignTokens.WhyNot(expression, shown.Run)),
            ComponentsUntil = token => new ComponentRegistry(ComponentCatalog.All(ModelSummary.Render), new Templates(theme, token)),
            Theme = theme,
            ThemeFiles = themeFiles,
        };
    }

    /// <summary>Lets components render templates until the build is interrupted.</summary>
    private sealed class Templates(ScribanTheme theme, CancellationToken cancellationToken) : ITemplateRenderer
    {
        public RawHtml Render(string template, object model) => theme.Render(template, model, cancellationToken);
    }
}
