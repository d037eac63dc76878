namespace Glassy.Datasets;

/// <summary>What people agreed on who were shown a doubted picture.</summary>
public enum LabelVerdict
{
    /// <summary>It is of another class.</summary>
    Consensus,

    /// <summary>It is neither the given class nor another one.</summary>
    Neither,

    /// <summary>They did not agree.</summary>
    Split,
}
