using System.Security.Cryptography;

namespace Glassy.Publishing;

/// <summary>Where the packed predictions are, so that who reads them knows whether they are these.</summary>
/// <param name="File">Relative to the document.</param>
/// <param name="Script">The same bytes as a script for pages, relative to the document.</param>
/// <param name="FormatVersion">Of <see cref="PackedPredictions"/>.</param>
/// <param name="Bytes">The file's length.</param>
/// <param name="Sha256">Of the file, lower-case hex.</param>
public sealed record ResultsPacked(string File, string Script, int FormatVersion, int Bytes, string Sha256)
{
    public static ResultsPacked Of(byte[] packed) => new(
        SiteFileNames.PredictionsPacked,
        SiteFileNames.PredictionsScript,
        PackedPredictions.Version,
        packed.Length,
        Convert.ToHexStringLower(SHA256.HashData(packed)));
}
