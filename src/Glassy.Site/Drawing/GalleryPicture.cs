namespace Glassy.Drawing;

/// <summary>A test picture that a reader can start from, with what the run says of it.</summary>
/// <param name="Index">In the test split.</param>
/// <param name="Label">Class index given by the dataset.</param>
/// <param name="Predicted">Class index predicted.</param>
/// <param name="Probability">Of the predicted class, 0..1; null when it has none.</param>
public sealed record GalleryPicture(int Index, int Label, int Predicted, double? Probability);
