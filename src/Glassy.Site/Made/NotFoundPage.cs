using Glassy.Pages;

namespace Glassy.Made;

/// <summary>For addresses that lead nowhere. A server shows it at addresses of any depth, so its own links cannot be relative.</summary>
internal sealed record NotFoundPage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "404";

    /// <inheritdoc/>
    public override bool IsListed => false;
}
