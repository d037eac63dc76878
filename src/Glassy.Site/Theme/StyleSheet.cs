using System.Globalization;
using System.Text;
using Glassy.Wording;

namespace Glassy.Theme;

/// <summary>
/// The theme's style: the files of <c>styles/</c>, each in a cascade layer, joined into one without comments and spare spaces.
/// What stands in no layer, such as an author's <c>custom.css</c>, counts more than all of it.
/// </summary>
public static class StyleSheet
{
    /// <summary>Where the site has it.</summary>
    public const string File = "assets/css/glassy.css";

    /// <summary>What an author changes first: the palette and all sizes.</summary>
    public const string Tokens = "styles/tokens.css";

    /// <summary>Later ones win, whatever the selectors.</summary>
    public static IReadOnlyList<string> Layers { get; } = ["reset", "tokens", "base", "layout", "components", "utilities"];

    /// <summary>Joins the layers; each is the file of its name and what lies in the folder of its name, in order.</summary>
    /// <param name="theme">Where they are looked up.</param>
    /// <param name="words">What the style itself says: the word before a figure's number.</param>
    public static string Of(ThemeFiles theme, Words words)
    {
        var files = theme.Below("styles");
        var style = new StringBuilder($"@layer {string.Join(',', Layers)};");
        foreach (var layer in Layers)
        {
            var parts = files.Where(file => file.Key == $"{layer}.css" || file.Key.StartsWith($"{layer}/", StringComparison.Ordinal));
            var text = string.Join('\n', parts.Select(file => System.IO.File.ReadAllText(file.Value)));
            style.Append(CultureInfo.InvariantCulture, $"@layer {layer}{{{text}}}");
        }

        var say = $":root{{--figure:\"{words["figure.prefix"].Replace("\\", "\\\\").Replace("\"", "\\\"")}\"}}";
        return CssMinifier.Minify(style.Append(CultureInfo.InvariantCulture, $"@layer tokens{{{say}}}").ToString());
    }
}
