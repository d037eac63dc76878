using System.Globalization;

namespace Glassy.Recipes;

/// <summary>One of several parts of the runs that a project asks for, each made by a machine of its own.</summary>
/// <param name="Number">1..<paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are, 1 or more.</param>
public sealed record Shard(int Number, int Count)
{
    /// <summary>More are a slip of the pen.</summary>
    public const int Most = 10_000;

    /// <summary>What <see cref="Parse"/> reads, for messages.</summary>
    public const string Expected = "<number>/<count>, such as 2/8: a number from 1 to the count, and that to 10000";

    /// <returns>Null when the text is no such shard.</returns>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var first, var second] && IsWhole(first, out var number) && IsWhole(second, out var count)
        && number >= 1 && number <= count && count <= Most
            ? new Shard(number, count)
            : null;

    /// <summary><c>2/8</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number}/{Count}");

    private static bool IsWhole(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
