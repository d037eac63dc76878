namespace Glassy.Links;

/// <summary>A picture's size in pixels.</summary>
public readonly record struct PictureSize(int Width, int Height);
