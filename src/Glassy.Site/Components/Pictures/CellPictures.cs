namespace Glassy.Components.Pictures;

/// <summary>Pictures behind one cell of a confusion matrix.</summary>
/// <param name="Id">Of its place on the page, as <see cref="CellIds"/> makes it.</param>
/// <param name="Truth">The true class.</param>
/// <param name="Predicted">The predicted class.</param>
/// <param name="Count">How often the true class was predicted so: the number in the cell.</param>
/// <param name="OfTruth">Pictures of the true class in all.</param>
/// <param name="IsDiagonal">Whether these are right.</param>
/// <param name="Pictures">All of them, or when they are right those among the class' exported samples.</param>
public sealed record CellPictures(
    string Id, string Truth, string Predicted, int Count, int OfTruth, bool IsDiagonal, IReadOnlyList<ReadPicture> Pictures);
