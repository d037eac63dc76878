namespace Glassy.Metrics;

/// <summary>What a file of predictions says of each class.</summary>
public enum ScoreKind
{
    /// <summary>Shares of 1.</summary>
    Probabilities,

    /// <summary>What a softmax makes probabilities of; logarithms of probabilities are such, too.</summary>
    Logits,
}
