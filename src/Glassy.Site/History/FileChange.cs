namespace Glassy.History;

/// <summary>A file's last change.</summary>
/// <param name="Date">When it was committed, UTC.</param>
/// <param name="Author">The author's name, by the checkout's mailmap where it has one.</param>
public sealed record FileChange(DateTimeOffset Date, string Author);
