using System.Globalization;

namespace Glassy.Settings;

/// <summary>A part of a whole that is not the whole, for a <see cref="double"/>.</summary>
/// <param name="description">What the key does.</param>
public sealed class ShareAttribute(string description)
    : SettingAttribute(description, "a number from 0 and below 1", new SettingValue("number") { Least = 0, Below = 1 })
{
    public override bool TryRead(string text, out object? value)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber && number is >= 0 and < 1;
    }
}
