namespace Glassy.Checks;

/// <summary>What came of a check.</summary>
public enum CheckState
{
    Passed,
    Failed,

    /// <summary>It failed, and the project says why that is not to be mended.</summary>
    Muted,

    /// <summary>What it asks about is not known of this run.</summary>
    NotApplicable,
}
