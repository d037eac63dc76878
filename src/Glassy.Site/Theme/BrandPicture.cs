namespace Glassy.Theme;

/// <summary>A picture that every page shows, such as the logo.</summary>
/// <param name="Src">Its address relative to the page.</param>
/// <param name="Type">Its media type; null when its file's ending does not tell.</param>
/// <param name="Width">CSS pixels; null when not known.</param>
/// <param name="Height">CSS pixels; null when not known.</param>
public sealed record BrandPicture(string Src, string? Type, int? Width, int? Height);
