using System.Globalization;
using System.Numerics;

namespace Glassy.Settings;

/// <summary>A whole number, for an <see cref="int"/>, a <see cref="long"/> or a list of them.</summary>
/// <param name="description">What the key does.</param>
/// <param name="from">The least that it may be.</param>
/// <param name="or">A word that may stand for no number (null); null for none.</param>
public sealed class WholeAttribute(string description, int from, string? or = null) : SettingAttribute(
    description,
    $"a whole number from {from}{(or is null ? "" : $", or {or}")}",
    new SettingValue("integer") { Least = from, Most = int.MaxValue, Or = or is null ? null : SettingValue.OneOf(or) })
{
    public override bool TryRead(string text, out object? value)
    {
        var isWhole = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from;
        value = isWhole ? number : null;
        return isWhole || (or is not null && text == or);
    }

    /// <summary>That it is too large: what is expected names the least number alone, since hardly anybody comes near the other.</summary>
    public override string? MistakeIn(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number > int.MaxValue
        ? FormattableString.Invariant($"at most {int.MaxValue:N0}")
        : null;

    public override string Write(object? value) => value is null ? or ?? "" : base.Write(value);
}
