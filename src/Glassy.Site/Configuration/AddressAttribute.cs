using Glassy.Settings;

namespace Glassy.Configuration;

/// <summary>An address with scheme and host, for a <see cref="string"/> without trailing <c>/</c>.</summary>
/// <param name="description">What the key does.</param>
/// <param name="isBare">Whether it has no path.</param>
internal sealed class AddressAttribute(string description, bool isBare = false) : SettingAttribute(
    description,
    isBare ? "an http(s) address without a path" : "an http(s) address",
    new SettingValue("string") { Pattern = isBare ? "^https?://[^/?#]+/?$" : "^https?://" })
{
    public override bool TryRead(string text, out object? value)
    {
        value = text.TrimEnd('/');
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && (!isBare || uri.AbsolutePath == "/");
    }
}
