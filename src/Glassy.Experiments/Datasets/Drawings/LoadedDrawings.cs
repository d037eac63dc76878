namespace Glassy.Datasets.Drawings;

/// <summary>The author's drawings that fit a dataset, and those that do not.</summary>
/// <param name="Drawings">In file name order.</param>
/// <param name="LeftOut">File names whose label is no class of the dataset, in file name order: worth a warning.</param>
public sealed record LoadedDrawings(IReadOnlyList<CustomDrawing> Drawings, IReadOnlyList<string> LeftOut);
