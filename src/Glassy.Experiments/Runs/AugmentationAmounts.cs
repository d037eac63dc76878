using System.Globalization;
using Glassy.Diagnostics;

namespace Glassy.Runs;

/// <summary>
/// How much training pictures are changed each time that they are shown: what <c>run: augment:</c> says, <c>none</c> or changes joined by
/// <c> + </c>, each with its amount: <c>shift 2 + rotate 10</c>. Their order has no meaning.
/// </summary>
/// <param name="Shift">Up to so many whole pixels, in both directions of both axes; 0 for none.</param>
/// <param name="Rotate">Up to so many degrees about the middle, either way; 0 for none.</param>
/// <param name="Scale">From 1 - this to 1 + this times as large, 0..1 without 1; 0 for none.</param>
/// <param name="Elastic">Bent by so many pixels, the standard deviation along each axis; 0 for none.</param>
public sealed record AugmentationAmounts(int Shift, double Rotate, double Scale, double Elastic)
{
    /// <summary>No change.</summary>
    public const string None = "none";

    private const char Separator = '+';
    private const string Part = @"(\.[0-9]*)?";
    private const string Exponential = @"[0-9](\.[0-9]*)?[eE]-[0-9]+";

    /// <summary>
    /// What an amount must be: in words; as a regular expression (ECMA 262) of what is written, where <see cref="Part"/> stands for any
    /// decimals; as a number.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, (string Expected, string Pattern, Func<double, bool> IsRight)> Amounts =
        new Dictionary<string, (string, string, Func<double, bool>)>
        {
            ["shift"] = (
                "a whole number of pixels from 1 to 99",
                @"0*[1-9][0-9]?(\.0*)?",
                amount => amount is >= 1 and <= 99 && double.IsInteger(amount)),
            ["rotate"] = (
                "degrees above 0, up to 180", $@"(0*(1[0-7][0-9]|[1-9]?[0-9])?{Part}|0*180(\.0*)?)", amount => amount is > 0 and <= 180),
            ["scale"] = ("a share above 0 and below 1", @"0*\.[0-9]+", amount => amount is > 0 and < 1),
            ["elastic"] = ("pixels above 0, up to 99", $@"(0*(9[0-8]|[1-8]?[0-9])?{Part}|0*99(\.0*)?)", amount => amount is > 0 and <= 99),
        };

    /// <summary>What can be named, in the order in which it is written.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Amounts.Keys];

    /// <summary>What a text must be, in words.</summary>
    public static string Expected { get; } =
        $"{None}, or changes joined by {Separator}: {string.Join(", ", Amounts.Select(amount => $"{amount.Key} ({amount.Value.Expected})"))}";

    /// <summary>A change with its amount, as a regular expression (ECMA 262): small amounts may have an exponent.</summary>
    internal static string Pattern { get; } =
        $"({string.Join('|', Amounts.Select(amount => $@"{amount.Key}\s+(?=[0.]*[1-9]){(amount.Key == "shift" ? amount.Value.Pattern : $"({amount.Value.Pattern}|{Exponential})")}"))})";

    /// <summary>Whether anything is changed.</summary>
    public bool IsNone => this is { Shift: 0, Rotate: 0, Scale: 0, Elastic: 0 };

    /// <exception cref="ArgumentException">It is no such text; the message says what is wrong.</exception>
    public static AugmentationAmounts Parse(string text) => MistakeIn(text) is { } mistake
        ? throw new ArgumentException($"augment is '{text}', expected {Expected}; {mistake}")
        : Of(PartsOf(text).ToDictionary(part => part.Name, part => part.Amount));

    /// <summary>The one way in which a text is written; one with a mistake stays as it is.</summary>
    /// <param name="text">Null where a record lacks the key: the generated JSON reader gives <c>init</c> properties no default.</param>
    public static string Canonical(string? text) => text is null ? None : MistakeIn(text) is null ? $"{Parse(text)}" : text;

    /// <summary>What is wrong with a text; null for nothing.</summary>
    public static string? MistakeIn(string text)
    {
        var parts = PartsOf(text);
        foreach (var (name, amount) in parts)
        {
            if (!Amounts.TryGetValue(name, out var rule))
            {
                return name == None ? $"{None} stands alone" : $"unknown change '{name}'{Spelling.SuggestAndList(name, [.. Names])}";
            }

            if (!rule.IsRight(amount))
            {
                return $"'{name}' needs {rule.Expected}";
            }
        }

        return parts.Select(part => part.Name).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice }
            ? $"'{twice}' stands twice"
            : null;
    }

    /// <summary>As it is written: <c>shift 2 + rotate 10</c>, or <c>none</c>.</summary>
    public override string ToString()
    {
        var parts = new (string Name, double Amount)[] { ("shift", Shift), ("rotate", Rotate), ("scale", Scale), ("elastic", Elastic) };
        return IsNone ? None : string.Join(
            $" {Separator} ",
            parts.Where(part => part.Amount > 0).Select(part => FormattableString.Invariant($"{part.Name} {part.Amount}")));
    }

    private static AugmentationAmounts Of(Dictionary<string, double> amounts) => new(
        (int)amounts.GetValueOrDefault("shift"),
        amounts.GetValueOrDefault("rotate"),
        amounts.GetValueOrDefault("scale"),
        amounts.GetValueOrDefault("elastic"));

    /// <summary>The changes in order, known or not; an amount that is no number is NaN.</summary>
    private static IReadOnlyList<(string Name, double Amount)> PartsOf(string text) =>
        text.Trim() is "" or None ? [] : [.. text.Split(Separator, StringSplitOptions.TrimEntries).Select(PartOf)];

    private static (string Name, double Amount) PartOf(string part)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        return space < 0
            ? (part, double.NaN)
            : (
                part[..space],
                double.TryParse(part[space..], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : double.NaN);
    }
}
