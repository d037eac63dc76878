namespace Glassy.Components.Pictures;

/// <summary>A wall of pictures.</summary>
/// <param name="Heading">What is above it; null for nothing.</param>
/// <param name="Size">As the author asked, CSS pixels.</param>
/// <param name="Columns">Pictures a row where there is room.</param>
/// <param name="TileWidth">Of a picture, its own pixels.</param>
/// <param name="TileHeight">Of a picture, its own pixels.</param>
/// <param name="Tiles">The pictures.</param>
/// <param name="Note">How many of how many; null when all are shown.</param>
public sealed record ImagesTableModel(
    string? Heading,
    int Size,
    int Columns,
    int TileWidth,
    int TileHeight,
    IReadOnlyList<PictureTile> Tiles,
    string? Note);
