namespace Glassy.Runs;

/// <summary>How grey levels become the model's input.</summary>
public enum Normalization
{
    /// <summary>Each column of each picture to unit L2 norm; a norm of 0 counts as 1 (Keras' <c>normalize(x, axis=1)</c>).</summary>
    UnitColumns,

    /// <summary>0..255 to 0..1.</summary>
    Scale,

    /// <summary>0..255 as they are.</summary>
    None,
}
