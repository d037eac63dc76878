using System.Globalization;

namespace Glassy.Settings;

/// <summary>A number, for a <see cref="double"/>.</summary>
/// <param name="description">What the key does.</param>
/// <param name="above">It is greater than this.</param>
public sealed class NumberAttribute(string description, int above)
    : SettingAttribute(description, $"a number above {above}", new SettingValue("number") { Above = above })
{
    public override bool TryRead(string text, out object? value)
    {
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber && double.IsFinite(number) && number > above;
    }
}
