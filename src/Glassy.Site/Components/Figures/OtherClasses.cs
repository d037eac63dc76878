namespace Glassy.Components.Figures;

/// <summary>The classes that a confusion matrix does not show, together.</summary>
/// <param name="Count">How many classes.</param>
/// <param name="Shown">How many classes are shown.</param>
/// <param name="PredictedAs">[shown classes] how many of their pictures were predicted as each that is shown.</param>
/// <param name="AmongThemselves">How many of their pictures were predicted as one of them.</param>
/// <param name="Total">Their pictures.</param>
/// <param name="Predicted">How often one of them was predicted.</param>
/// <param name="Results">The file with the whole matrix, relative to the page.</param>
public sealed record OtherClasses(
    int Count, int Shown, IReadOnlyList<int> PredictedAs, int AmongThemselves, int Total, int Predicted, string Results);
