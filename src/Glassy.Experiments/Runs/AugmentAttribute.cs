using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>How much training pictures are changed.</summary>
/// <param name="description">What the key does.</param>
internal sealed class AugmentAttribute(string description) : SettingAttribute(
    description,
    AugmentationAmounts.Expected,
    new SettingValue("string")
    {
        Pattern = $@"^\s*({AugmentationAmounts.None}|{AugmentationAmounts.Pattern}(\s*\+\s*{AugmentationAmounts.Pattern})*)?\s*$"
    })
{
    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return AugmentationAmounts.MistakeIn(text) is null;
    }

    public override string? MistakeIn(string text) => AugmentationAmounts.MistakeIn(text);
}
