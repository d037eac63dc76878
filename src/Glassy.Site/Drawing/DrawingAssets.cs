namespace Glassy.Drawing;

/// <summary>What the site has for readers who want to draw. Paths are from the site's root, without leading <c>/</c>.</summary>
/// <param name="Strip">The gallery's pictures in one row; null when the test split is empty.</param>
/// <param name="Gallery">In the strip's order.</param>
/// <param name="Browser">What the reader's browser computes with; null when readers cannot draw.</param>
/// <param name="WhyNot">Why they cannot, as <see cref="DrawingSupport"/> says; null when they can.</param>
public sealed record DrawingAssets(string? Strip, IReadOnlyList<GalleryPicture> Gallery, BrowserWeights? Browser, string? WhyNot);
