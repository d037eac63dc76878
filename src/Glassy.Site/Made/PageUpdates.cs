using Glassy.Configuration;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.History;
using Glassy.Pages;
using Glassy.Theme;

namespace Glassy.Made;

/// <summary>When and by whom pages were last changed: what they say themselves, else what git knows.</summary>
public sealed class PageUpdates
{
    private readonly SiteConfig _site;
    private readonly GitHistory? _history;

    private PageUpdates(SiteConfig site, GitHistory? history) => (_site, _history) = (site, history);

    /// <summary>Asks git when the configuration wants it asked.</summary>
    /// <param name="config">Says whether and why it is asked.</param>
    /// <param name="project">The project.</param>
    /// <param name="input">Absolute path of the folder with the pages.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>What is known, and a warning when git cannot tell all.</returns>
    public static async Task<(PageUpdates Updates, IReadOnlyList<Diagnostic> Doubts)> FindAsync(
        GlassyConfig config, ProjectFolder project, string input, CancellationToken cancellationToken)
    {
        var site = config.Site;
        if (site is { ShowLastUpdateTime: false, ShowLastUpdateAuthor: false })
        {
            return (new PageUpdates(site, null), []);
        }

        var key = site.ShowLastUpdateTime ? "site.showLastUpdateTime" : "site.showLastUpdateAuthor";
        var (place, doubts) = (config.PlaceOf(key), new List<Diagnostic>());
        var folder = project.Relative(input);
        var (history, refusal) = await GitHistory.ReadAsync(input, cancellationToken).ConfigureAwait(false);
        if (history is null)
        {
            Warn(
                $"`{key}`: git does not know when the files in {folder}/ changed ({refusal}); give pages a `last_update` in their front matter, or set the key to false");
        }
        else if (history.IsShallow)
        {
            Warn(
                $"`{key}`: this checkout has not all commits, so that pages which none of them changed show no last update; fetch the whole history (`fetch-depth: 0`, `git fetch --unshallow`)");
        }

        return (new PageUpdates(site, history), doubts);

        void Warn(string message) => doubts.Add(Diagnostic.Warning(message, place.File, place.Line, place.Column));
    }

    /// <summary>All that is known of a page's last change; null when nothing is.</summary>
    public PageUpdate? Of(SitePage any)
    {
        if (any is not Page page)
        {
            return null; // it changes with others
        }

        var (own, known) = (page.Source.FrontMatter.LastUpdate, _history?.Of(page.Source.InputPath));
        return own is null && known is null ? null : new PageUpdate(own?.Date ?? known?.Date, own?.Author ?? known?.Author);
    }

    /// <summary>What of it the page shows; null when that is nothing.</summary>
    public PageUpdate? ShownOf(Page page)
    {
        var update = Of(page);
        var shown = new PageUpdate(_site.ShowLastUpdateTime ? update?.Date : null, _site.ShowLastUpdateAuthor ? update?.Author : null);
        return shown is { Date: null, Author: null } ? null : shown;
    }
}
