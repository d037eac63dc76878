namespace Glassy.Settings;

/// <summary>A text, for a <see cref="string"/>.</summary>
/// <param name="description">What the key does.</param>
/// <param name="mayBeEmpty">Whether a text without letters is one.</param>
public sealed class TextAttribute(string description, bool mayBeEmpty = false)
    : SettingAttribute(description, "a text", new SettingValue("string") { Pattern = mayBeEmpty ? null : "." })
{
    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return mayBeEmpty || text.Length > 0;
    }
}
