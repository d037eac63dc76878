namespace Glassy.Links;

/// <summary>A file of the site that is no page.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="IsBesidePages">It lies in the input folder: where pages use it, its name on the site follows its content.</param>
/// <param name="IsAuthors">The author's or the theme's, and not made of the run.</param>
public sealed record SourceFile(string Path, bool IsBesidePages, bool IsAuthors);
