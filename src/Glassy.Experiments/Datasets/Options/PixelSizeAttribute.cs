using System.Globalization;
using Glassy.Imaging;
using Glassy.Settings;

namespace Glassy.Datasets.Options;

/// <summary>A picture's size, for a <see cref="PixelSize"/>: <c>64</c>, or <c>64x48</c> for width and height.</summary>
/// <param name="description">What the key does.</param>
internal sealed class PixelSizeAttribute(string description) : SettingAttribute(
    description,
    "a whole number from 1 to 4096, or two with an x, such as 64x48",
    new SettingValue("integer") { Least = 1, Most = Largest, Or = new SettingValue("string") { Pattern = $"^{Side}x{Side}$" } })
{
    private const int Largest = 4096;

    /// <summary>A regular expression (ECMA 262) of a whole number from 1 to <see cref="Largest"/>.</summary>
    private const string Side = "0*([1-9][0-9]{0,2}|[1-3][0-9]{3}|40([0-8][0-9]|9[0-6]))";

    public override bool TryRead(string text, out object? value)
    {
        var sides = text.Split('x');
        value = null;
        if (sides.Length > 2 || !TryReadSide(sides[0], out var width) || !TryReadSide(sides[^1], out var height))
        {
            return false;
        }

        value = new PixelSize(width, height);
        return true;
    }

    public override string Write(object? value) => value is PixelSize size
        ? FormattableString.Invariant($"{size.Width}x{size.Height}")
        : "";

    private static bool TryReadSide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= 1 and <= Largest;
}
