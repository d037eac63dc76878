using System.Text.Json.Serialization;

namespace Glassy.Imaging;

/// <summary>The size of every picture of a dataset, in pixels.</summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">1 (grey) or 3 (red, green, blue).</param>
public sealed record ImageShape(int Height, int Width, int Channels)
{
    /// <summary>Bytes of one picture.</summary>
    [JsonIgnore]
    public int Length => Height * Width * Channels;
}
