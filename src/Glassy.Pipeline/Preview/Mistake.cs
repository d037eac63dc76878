using Glassy.Diagnostics;
using Glassy.Execution;

namespace Glassy.Preview;

/// <summary>A mistake as an open page shows it.</summary>
/// <param name="Place"><c>input/page.md:3:5</c>, without the parts that are not known; null when there is none.</param>
/// <param name="Message">One line.</param>
/// <param name="Excerpt">The lines of the source around the place; empty when it is not known.</param>
public sealed record Mistake(string? Place, string Message, IReadOnlyList<ExcerptLine> Excerpt)
{
    /// <param name="diagnostic">What the build reported.</param>
    /// <param name="project">Where its file lies.</param>
    public static Mistake Of(Diagnostic diagnostic, ProjectFolder project) => new(
        diagnostic.File is null ? null : (diagnostic with { Message = "" }).ToString()[..^": ".Length],
        diagnostic.Message,
        diagnostic.File is null ? [] : SourceExcerpt.Read(project.Absolute(diagnostic.File), diagnostic.Line, diagnostic.Column));
}
