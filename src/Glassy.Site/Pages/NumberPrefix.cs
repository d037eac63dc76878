using System.Globalization;
using System.Text.RegularExpressions;

namespace Glassy.Pages;

/// <summary>Numbers before names order files and are no part of addresses: <c>02-setup</c> is <c>setup</c> at 2.</summary>
/// <param name="Name">The name without its prefix.</param>
/// <param name="Number">The prefix; null when there is none.</param>
public readonly partial record struct NumberPrefix(string Name, double? Number)
{
    /// <summary>Splits a file's or folder's name. Dates and versions (<c>2021-11-foo</c>, <c>7.0-bar</c>) have no prefix.</summary>
    public static NumberPrefix Split(string name)
    {
        var match = Prefix().Match(name);
        if (!match.Success || DateOrVersion().IsMatch(name))
        {
            return new NumberPrefix(name, null);
        }

        return new NumberPrefix(match.Groups[2].Value, double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
    }

    /// <summary>A folder's path with every segment's prefix taken off.</summary>
    public static string StripFolders(string folder) => string.Join('/', folder.Split('/').Select(segment => Split(segment).Name));

    [GeneratedRegex(@"^(\d+)\s*[-_.]+\s*([^-_.\s].*)$")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\d+[-_.]\d+")]
    private static partial Regex DateOrVersion();
}
