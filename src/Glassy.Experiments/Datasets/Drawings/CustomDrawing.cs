namespace Glassy.Datasets.Drawings;

/// <summary>A drawing of the author's own, prepared as the model sees the dataset's pictures.</summary>
/// <param name="FileName">The file's name under <c>data/test/</c>, such as <c>7-slanted.png</c>.</param>
/// <param name="Label">Class index of the file name's stem before any <c>-</c>.</param>
/// <param name="Pixels">[H, W, C] in the dataset's shape, ink bright on black, 0..255.</param>
public sealed record CustomDrawing(string FileName, int Label, ReadOnlyMemory<byte> Pixels);
