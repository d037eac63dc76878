using Glassy.Diagnostics;

namespace Glassy.Import;

/// <summary>What an import took and what it left.</summary>
/// <param name="Documents">Files copied to <c>input/</c>.</param>
/// <param name="StaticFiles">Files copied to <c>static/</c>.</param>
/// <param name="Written">Files that were made: <c>glassy.yml</c>, what <c>site/</c> has of sidebars, navbar, footer and redirects, and
/// files that documents show as code.</param>
/// <param name="NotTaken">One entry for everything that was not.</param>
public sealed record ImportResult(int Documents, int StaticFiles, IReadOnlyList<string> Written, IReadOnlyList<Diagnostic> NotTaken);
