namespace Glassy.Runs;

/// <summary>One line of the model summary.</summary>
/// <param name="Name">Unique in the model: <c>conv2d</c>, <c>flatten</c>, <c>dense</c>, <c>dense_1</c>.</param>
/// <param name="Type">The layer's kind: <c>Conv2D</c>, <c>Flatten</c>, <c>Dense</c>.</param>
/// <param name="OutputShape">Without the batch: <c>[784]</c>, or <c>[28, 28, 16]</c> of pictures (height, width, channels).</param>
/// <param name="Parameters">How many numbers it holds.</param>
public sealed record ModelLayer(string Name, string Type, IReadOnlyList<int> OutputShape, long Parameters);
