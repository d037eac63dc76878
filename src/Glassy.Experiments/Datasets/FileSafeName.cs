using System.Text;

namespace Glassy.Datasets;

/// <summary>Names for folders, files and addresses, made from names that people chose.</summary>
public static class FileSafeName
{
    private static readonly HashSet<string> WindowsDevices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name in ASCII letters, digits, <c>_</c>, <c>-</c> and inner <c>.</c>; every other run becomes one <c>-</c>.</summary>
    /// <param name="name">Any text.</param>
    /// <param name="fallback">Used when nothing of the name is left, or when Windows reserves it.</param>
    public static string Of(string name, string fallback)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-')
            {
                safe.Append(character);
            }
            else if (safe.Length > 0 && safe[^1] != '-')
            {
                safe.Append('-');
            }
        }

        var trimmed = safe.ToString().Trim('-', '.');
        return trimmed.Length == 0 || WindowsDevices.Contains(trimmed.Split('.')[0]) ? fallback : trimmed;
    }

    /// <summary>
    /// One safe name a name, all different even where letter case does not count; later ones get <c>-2</c>, <c>-3</c>, ….
    /// </summary>
    /// <param name="names">Any texts, such as class names in label order.</param>
    /// <param name="fallbackPrefix">Names of which nothing is left become this and their index: <c>class-3</c>.</param>
    public static IReadOnlyList<string> AllOf(IReadOnlyList<string> names, string fallbackPrefix)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var safeNames = new string[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var safe = Of(names[i], $"{fallbackPrefix}-{i}");
            var candidate = safe;
            for (var n = 2; !taken.Add(candidate); n++)
            {
                candidate = $"{safe}-{n}";
            }

            safeNames[i] = candidate;
        }

        return safeNames;
    }
}
