namespace Glassy.Made;

/// <summary>A tile of a strip.</summary>
/// <param name="Src">The strip's address.</param>
/// <param name="Tile">0-based place in it.</param>
/// <param name="Alt">What it shows, in words.</param>
internal sealed record PlacedTile(string Src, int Tile, string Alt);
