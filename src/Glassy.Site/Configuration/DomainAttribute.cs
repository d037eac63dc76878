using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>A domain's name, for a <see cref="string"/>.</summary>
/// <param name="description">What the key does.</param>
internal sealed class DomainAttribute(string description)
    : SettingAttribute(description, "a domain, such as docs.example.org", new SettingValue("string") { Pattern = "^[A-Za-z0-9_.-]+$" })
{
    public override bool TryRead(string text, out object? value)
    {
        value = text;
        return Uri.CheckHostName(text) == UriHostNameType.Dns;
    }
}
