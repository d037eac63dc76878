namespace Glassy.Publishing;

/// <summary>What a site offers for download, at its root.</summary>
public static class SiteFileNames
{
    /// <summary>Every figure; see <see cref="ResultsDocument"/>.</summary>
    public const string Results = "results.json";

    /// <summary>The JSON Schema of the results.</summary>
    public const string ResultsSchema = "results.schema.json";

    /// <summary>What the run says of every test picture, a row each; see <see cref="PublishedPredictions"/>.</summary>
    public const string PredictionsCsv = "predictions.csv";

    /// <summary>The same, not rounded; see <see cref="Publishing.PredictionsParquet"/>.</summary>
    public const string PredictionsParquet = "predictions.parquet";

    /// <summary>The same in few bytes, for pages and for who checks figures; see <see cref="Publishing.PackedPredictions"/>.</summary>
    public const string PredictionsPacked = "predictions-packed.bin";

    /// <summary>Those bytes as a script, which pages opened from disk can read too.</summary>
    public const string PredictionsScript = "predictions-packed.js";

    /// <summary>The trained weights; see <see cref="Runs.SafeTensors"/>.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>What the model is, for people and for Hugging Face; see <see cref="ModelCard"/>.</summary>
    public const string ModelCard = "model-card.md";
}
