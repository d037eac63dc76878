using System.Security.Cryptography;
using System.Text;
using Glassy.Datasets;
using Glassy.Recipes;

namespace Glassy.Foreign;

/// <summary>
/// Names the run of an ONNX model by its data, its file's content, its input, and the order of its outputs where that is another. Nothing
/// is evaluated for it.
/// </summary>
public static class OnnxRunId
{
    /// <summary>To be raised when a run holds other things for the same model.</summary>
    private const int Recipe = 1;

    private const int Length = 16;

    /// <param name="sha256">Of the model's file, lower-case hex.</param>
    /// <param name="recipe">What else is said of it.</param>
    /// <param name="dataset">What it reads.</param>
    /// <param name="order">[classes] which of the model's outputs is each, where these are in another order; else null.</param>
    /// <returns>16 lower-case hex digits.</returns>
    public static string Of(string sha256, OnnxRecipe recipe, DatasetInfo dataset, IReadOnlyList<int>? order)
    {
        var text =
            $"onnx run {Recipe}\n{dataset.Sha256}\n{dataset.Name}\n{sha256}\n{recipe.Input.Text}\n{recipe.Scores}\n{(order is null ? "" : $"outputs {string.Join(',', order)}\n")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }
}
