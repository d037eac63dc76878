using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>How much training pictures are changed.</summary>
/// <param name="description">What the key does.</param>
internal sealed class AugmentAttribute(string description) : SettingAttribute(
    description,
    AugmentationAmounts.Expected,
    new SettingValue("string") { Pattern = $@"^\s*({AugmentationAmounts.None}|({Change})(\s*\+\s*({Change}))*)?\s*$" })
{
    /// <summary>That an amount is a number above 0; how large it may be is the reader's to say.</summary>
    private static string Change => $@"({string.Join('|', AugmentationAmounts.Names)})\s+(?=[0.]*[1-9])[0-9.]+([eE]-?[0-9]+)?";

    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return AugmentationAmounts.MistakeIn(text) is null;
    }

    public override string? MistakeIn(string text) => AugmentationAmounts.MistakeIn(text);
}
