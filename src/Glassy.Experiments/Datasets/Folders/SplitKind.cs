namespace Glassy.Datasets.Folders;

/// <summary>What a picture is for.</summary>
public enum SplitKind
{
    /// <summary>Nobody has said.</summary>
    None,

    Train,

    Validation,

    Test,
}
