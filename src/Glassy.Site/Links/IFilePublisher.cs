using System.Collections.Immutable;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Links;

/// <summary>Decides where the site has the files that pages show and link to. Safe to call from any thread.</summary>
public interface IFilePublisher
{
    /// <summary>A picture that a page shows.</summary>
    /// <param name="file">Where it lies, from the site's root without leading <c>/</c>.</param>
    SitePicture Show(string file);

    /// <summary>Where the site has a file that a page links to or loads as it is.</summary>
    /// <param name="file">Where it lies, from the site's root without leading <c>/</c>.</param>
    /// <returns>From the site's root without leading <c>/</c>.</returns>
    string Link(string file);

    /// <summary>Makes what pages have shown and an earlier build has not made.</summary>
    /// <returns>Whether there was any.</returns>
    Task<bool> ScaleAsync(IProgressSink progress, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>The files that have got another name.</summary>
    IReadOnlyList<Document> Documents => [];

    /// <summary>The sources, by absolute path, that the site need not have under their own name.</summary>
    IReadOnlySet<string> Renamed => ImmutableHashSet<string>.Empty;
}
