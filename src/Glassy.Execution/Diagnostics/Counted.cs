namespace Glassy.Diagnostics;

/// <summary>Counts in messages: <c>1 picture</c>, <c>1,000 pictures</c>.</summary>
public static class Counted
{
    /// <param name="count">0 or more.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="other">What several are; null for an s at the end.</param>
    public static string Of(long count, string one, string? other = null) =>
        FormattableString.Invariant($"{count:N0} {(count == 1 ? one : other ?? one + "s")}");
}
