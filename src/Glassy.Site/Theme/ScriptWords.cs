using System.Text.Encodings.Web;
using System.Text.Json;
using Glassy.Wording;

namespace Glassy.Theme;

/// <summary>What the theme's scripts say: it is published at the beginning of the script that every page loads.</summary>
public static class ScriptWords
{
    /// <summary>The script that every page loads.</summary>
    public const string Script = "assets/js/glassy.js";

    private const string Section = "scripts.";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line of JavaScript; a word with two forms is a list of both.</summary>
    public static string Of(Words words) => "window.glassy={words:" + JsonSerializer.Serialize(
        words.Below(Section).ToDictionary(
            word => word.Key,
            word => word.Value.One == word.Value.Other ? (object)word.Value.Other : new[] { word.Value.One, word.Value.Other }),
        Json) + "};\n";
}
