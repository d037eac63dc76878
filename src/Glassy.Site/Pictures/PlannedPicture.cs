namespace Glassy.Pictures;

/// <summary>A picture that has a name but no place in a strip yet.</summary>
/// <param name="Path">Its own PNG, relative to the site's root.</param>
/// <param name="Pixels">[H, W, C].</param>
/// <param name="Index">Index in its split.</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Predicted">Class index predicted, or null.</param>
internal sealed record PlannedPicture(string Path, ReadOnlyMemory<byte> Pixels, int Index, int Label, int? Predicted);
