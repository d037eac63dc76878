using System.Security.Cryptography;
using System.Text;
using Glassy.Datasets;
using Glassy.Metrics;
using Glassy.Runs;

namespace Glassy.Foreign;

/// <summary>
/// Names a run that another program made by what it says of which data: neither by its file's name, form or order of rows, nor by time.
/// </summary>
public static class ForeignRunId
{
    /// <summary>To be raised when a run holds other things for the same predictions.</summary>
    private const int Recipe = 1;

    private const int Length = 16;

    /// <param name="predictions">One a test picture, in test order.</param>
    /// <param name="dataset">What they are about.</param>
    /// <returns>16 lower-case hex digits.</returns>
    public static string Of(IReadOnlyList<Prediction> predictions, DatasetInfo dataset)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"foreign run {Recipe}\n{dataset.Sha256}\n{dataset.Name}\n")));
        hash.AppendData(PredictionsFile.Write(predictions, dataset.Classes.Count));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Length];
    }
}
