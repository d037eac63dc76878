using Glassy.Pages;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Binding;

/// <summary>Where a component is used.</summary>
/// <param name="Site">What it can show.</param>
/// <param name="SitePath">Addresses relative to its page.</param>
/// <param name="Diagnostics">Receives what is wrong with its use.</param>
/// <param name="Page">What the page itself can say.</param>
/// <param name="Ids">Whoever writes an id takes it from these.</param>
public sealed record ComponentContext(ComponentSite Site, SitePath SitePath, PageDiagnostics Diagnostics, ComponentPage Page, PageIds Ids)
{
    /// <summary>What the theme says, in the site's language.</summary>
    public Words Words => Site.Words;

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>The names of the components that the page has shown.</summary>
    public IReadOnlySet<string> Shown => _shown;

    /// <summary>Notes that the page shows a component.</summary>
    public void Show(string component) => _shown.Add(component);

    /// <summary>A name in words that no other element of the page has: "Table 3".</summary>
    /// <param name="word">What is counted.</param>
    public string NextName(string word) => Words.Of(word, ("number", _names[word] = _names.GetValueOrDefault(word) + 1));

    /// <summary>The address of a file of the site relative to the page, percent-encoded.</summary>
    /// <param name="path">From the site's root.</param>
    public string HrefOf(string path) => Permalink.Encode(SitePath.To(path));
}
