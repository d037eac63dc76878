using Glassy.Pictures;

namespace Glassy.Pipelines;

/// <summary>The pictures that the site has of the dataset.</summary>
/// <param name="Catalog">Every one of them.</param>
/// <param name="FromCache">Whether an earlier build has drawn them.</param>
public sealed record ExportedPictures(PictureCatalog Catalog, bool FromCache);
