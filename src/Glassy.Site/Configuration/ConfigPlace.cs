namespace Glassy.Configuration;

/// <summary>Where a configured value is written.</summary>
/// <param name="File">As messages show it; the key's own name for a value from the command line.</param>
/// <param name="Line">1-based; 0 when not known.</param>
/// <param name="Column">1-based; 0 when not known.</param>
public sealed record ConfigPlace(string File, int Line, int Column);
