using Glassy.Settings;

namespace Glassy.Runs;

/// <summary>A chain of steps of preprocessing.</summary>
/// <param name="description">What the key does.</param>
internal sealed class PreprocessAttribute(string description) : SettingAttribute(
    description,
    $"{PreprocessingNames.Expected}; {string.Join(" or ", PreprocessingNames.LastSteps.Keys)} may come last and stands for normalize",
    new SettingValue("string") { Pattern = $@"^\s*({PreprocessingNames.None}|(({Step})\s*\+\s*)*({Step}|{LastStep}))?\s*$" })
{
    private static string Step => string.Join('|', PreprocessingNames.All);

    private static string LastStep => string.Join('|', PreprocessingNames.LastSteps.Keys);

    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return MistakeIn(text) is null;
    }

    public override string? MistakeIn(string text) => PreprocessingNames.MistakeIn(PreprocessingNames.Part(text).Chain);
}
