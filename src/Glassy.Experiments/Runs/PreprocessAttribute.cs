using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>A chain of steps of preprocessing.</summary>
/// <param name="description">What the key does.</param>
internal sealed class PreprocessAttribute(string description) : SettingAttribute(
    description,
    PreprocessingNames.Expected,
    new SettingValue("string") { Pattern = $@"^\s*({PreprocessingNames.None}|({Step})(\s*\+\s*({Step}))*)?\s*$" })
{
    private static string Step => string.Join('|', PreprocessingNames.All);

    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return PreprocessingNames.MistakeIn(text) is null;
    }

    public override string? MistakeIn(string text) => PreprocessingNames.MistakeIn(text);
}
