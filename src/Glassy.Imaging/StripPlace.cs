namespace Glassy.Imaging;

/// <summary>Where a tile is.</summary>
/// <param name="Strip">0-based number of the strip.</param>
/// <param name="Tile">0-based place in it, from the left.</param>
public readonly record struct StripPlace(int Strip, int Tile);
