namespace Glassy.Cli;

/// <summary>How much the terminal is told.</summary>
internal enum Verbosity
{
    /// <summary>Errors and warnings only.</summary>
    Quiet,

    /// <summary>Progress and a summary too.</summary>
    Normal,

    /// <summary>How long each pipeline's phases took, too.</summary>
    Detailed,
}
