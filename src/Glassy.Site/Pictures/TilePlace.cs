namespace Glassy.Pictures;

/// <summary>A picture that has no file of its own.</summary>
/// <param name="Strip">The strip's PNG, relative to the site's root.</param>
/// <param name="Tile">0-based place in it, from the left.</param>
public sealed record TilePlace(string Strip, int Tile);
