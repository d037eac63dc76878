namespace Glassy.Datasets.Options;

/// <summary>What a picture that cannot be read leads to.</summary>
public enum CorruptReaction
{
    /// <summary>There is no dataset; all such pictures are named.</summary>
    Error,

    /// <summary>It is left out, and said.</summary>
    Skip,
}
