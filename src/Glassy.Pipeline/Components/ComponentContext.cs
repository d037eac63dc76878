using Glassy.Content;
using Glassy.Theme;

namespace Glassy.Components;

/// <summary>Where a component is used.</summary>
/// <param name="Site">What it can show.</param>
/// <param name="SitePath">Addresses relative to its page.</param>
/// <param name="Diagnostics">Receives what is wrong with its use.</param>
public sealed record ComponentContext(ComponentSite Site, SitePath SitePath, PageDiagnostics Diagnostics);
