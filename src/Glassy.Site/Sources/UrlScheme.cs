using System.Text.RegularExpressions;

namespace Glassy.Sources;

/// <summary>
/// Which schemes addresses may have: what leads to somewhere, and nothing that a browser would run. A scheme is read as browsers read it
/// (URL Living Standard, 4.4): control characters and spaces before it, and tabs and line breaks in it, do not count.
/// </summary>
public static partial class UrlScheme
{
    /// <summary>Of links.</summary>
    private static readonly HashSet<string> Known = new(
        [
            "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "geo", "irc", "ircs", "magnet", "matrix", "webcal", "xmpp", "vscode",
            "slack", "discord", "git", "ssh", "pathname"
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a link must not have this address; null when it may.</summary>
    public static string? MistakeIn(string url) => Of(url) is { } scheme && !Known.Contains(scheme) ? Refuse(url, scheme) : null;

    /// <summary>
    /// Why what a page loads must not have this address; null when it may. Pictures and sounds may be in the address itself.
    /// </summary>
    public static string? MistakeInLoaded(string url) =>
        Of(url) is { } scheme && !Known.Contains(scheme) && !Media().IsMatch(url) ? Refuse(url, scheme) : null;

    /// <returns>Null for an address without one; one letter is a drive of Windows.</returns>
    private static string? Of(string url) =>
        Scheme().Match(Ignored().Replace(url.TrimStart(Enumerable.Range(0, ' ' + 1).Select(code => (char)code).ToArray()), "")) is
        { Success: true } match && match.Groups["scheme"].Length > 1
            ? match.Groups["scheme"].Value
            : null;

    private static string Refuse(string url, string scheme) =>
        $"the address `{Ignored().Replace(url, "")}` has the scheme `{scheme}`, which is not written: expected an address of this site, or http, https, mailto, tel or another that leads somewhere";

    [GeneratedRegex("^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();

    [GeneratedRegex("[\t\n\r]")]
    private static partial Regex Ignored();

    [GeneratedRegex("^data:(image|audio|video|font)/", RegexOptions.IgnoreCase)]
    private static partial Regex Media();
}
