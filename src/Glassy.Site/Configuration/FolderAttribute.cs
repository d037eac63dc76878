using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>A path from the site's root, for a <see cref="string"/> that begins and ends with <c>/</c>.</summary>
/// <param name="description">What the key does.</param>
internal sealed class FolderAttribute(string description)
    : SettingAttribute(description, "a path that begins with /", new SettingValue("string") { Pattern = "^/" })
{
    public override bool TryRead(string text, out object? value)
    {
        value = text.EndsWith('/') ? text : text + "/";
        return text.StartsWith('/');
    }
}
