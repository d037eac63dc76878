namespace Glassy.Imaging;

/// <summary>How a picture of other proportions is brought to a size.</summary>
public enum PictureFit
{
    /// <summary>Whole, in the middle; what is left free has the mean level of the picture's outermost pixels.</summary>
    Pad,

    /// <summary>Its middle part, as much of it as has the size's proportions.</summary>
    Crop,

    /// <summary>Whole, with other proportions.</summary>
    Stretch,
}
