using System.Text.Json;

namespace Glassy.Tests;

/// <summary><c>golden.json</c>: what the program makes of drawings, which the browser's own code must make of them too.</summary>
/// <param name="Drawings">Sheets with the model's pixels.</param>
/// <param name="Networks">Small networks with their logits.</param>
public sealed record GoldenVectors(IReadOnlyList<GoldenVectors.Sheet> Drawings, IReadOnlyList<GoldenVectors.Network> Networks)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string File { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Shared", "golden.json");

    // the file is an object
    public static GoldenVectors Read() => JsonSerializer.Deserialize<GoldenVectors>(System.IO.File.ReadAllBytes(File), Json)!;

    /// <param name="Name">What is special about it; for a file its path in the repository.</param>
    /// <param name="Height">Rows; of a file 0.</param>
    /// <param name="Width">Columns; of a file 0.</param>
    /// <param name="Rgba">[H, W, 4] bytes; null for a file.</param>
    /// <param name="Target">The model's pixels, and its polarity as the published script spells it.</param>
    /// <param name="Pixels">[target H, target W] bytes; null when nothing is drawn.</param>
    public sealed record Sheet(string Name, int Height, int Width, byte[]? Rgba, Target Target, byte[]? Pixels);

    public sealed record Target(int Height, int Width, string Polarity);

    /// <param name="Height">Of the picture.</param>
    /// <param name="Width">Of the picture.</param>
    /// <param name="Normalize">As the published script spells it.</param>
    /// <param name="Layers">From input to output, unquantised.</param>
    /// <param name="Pixels">[H, W] bytes.</param>
    /// <param name="Logits">[classes].</param>
    public sealed record Network(int Height, int Width, string Normalize, IReadOnlyList<Layer> Layers, byte[] Pixels, float[] Logits);

    /// <param name="Inputs">Length of what comes in; of a convolution the picture's channels.</param>
    /// <param name="Outputs">Length of what goes out; of a convolution the filters.</param>
    /// <param name="Relu">Whether ReLU follows.</param>
    /// <param name="Weights">[outputs, inputs], of a convolution [outputs, inputs, 3, 3].</param>
    /// <param name="Biases">[outputs].</param>
    /// <param name="Over">The picture that a convolution slides over; null for a dense layer.</param>
    public sealed record Layer(int Inputs, int Outputs, bool Relu, float[] Weights, float[] Biases, Picture? Over = null);

    public sealed record Picture(int Height, int Width);
}
