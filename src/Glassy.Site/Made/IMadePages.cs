using Glassy.Execution;

namespace Glassy.Made;

/// <summary>A kind of page or file that a site has without its author. An author's own at the same place wins.</summary>
internal interface IMadePages
{
    /// <param name="models">The site as layouts see it.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    IEnumerable<Document> Make(PageModels models, CancellationToken cancellationToken);
}
