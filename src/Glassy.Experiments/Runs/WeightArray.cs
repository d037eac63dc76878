namespace Glassy.Runs;

/// <summary>One named array of a model's weights, outside the tensor library.</summary>
/// <param name="Name">Layer and role: <c>dense_1.weight</c>.</param>
/// <param name="Shape">Row-major; a dense layer's weight is [outputs, inputs], a convolution's [filters, inputs, height, width] as in
/// PyTorch.</param>
/// <param name="Values">As many numbers as the shape says.</param>
public sealed record WeightArray(string Name, IReadOnlyList<int> Shape, float[] Values);
