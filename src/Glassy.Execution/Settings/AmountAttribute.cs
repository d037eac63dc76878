using System.Globalization;

namespace Glassy.Settings;

/// <summary>A number that is not negative, for a <see cref="double"/>.</summary>
/// <param name="description">What the key does.</param>
public sealed class AmountAttribute(
    string description) : SettingAttribute(description, "a number from 0", new SettingValue("number") { Least = 0 })
{
    public override bool TryRead(string text, out object? value)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber && double.IsFinite(number) && number >= 0;
    }
}
