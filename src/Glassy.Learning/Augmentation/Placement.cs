namespace Glassy.Augmentation;

/// <summary>Where a picture is put: first made larger or smaller and turned about its middle, then moved.</summary>
/// <param name="Down">Pixels.</param>
/// <param name="Right">Pixels.</param>
/// <param name="Degrees">Clockwise.</param>
/// <param name="Scale">Times as large, above 0.</param>
public readonly record struct Placement(int Down, int Right, double Degrees, double Scale)
{
    /// <summary>Whether whole pixels stay whole.</summary>
    public bool IsShift => Degrees == 0 && Scale == 1;
}
