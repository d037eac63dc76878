using System.Text.RegularExpressions;

namespace Glassy.Import;

/// <summary>
/// Takes TypeScript's plainest annotations out of a file. Only what stands where the JavaScript parser stopped is
/// taken, so that nothing inside a string or a comment is ever touched, and blanks keep every offset as it was.
/// </summary>
internal static partial class TypeAnnotations
{
    /// <summary>Blanks the annotation at a place.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="index">Where the parser met what it did not know.</param>
    /// <returns>The file without the annotation, or null when there is none that is known.</returns>
    public static string? Blank(string text, int index)
    {
        if (index >= text.Length)
        {
            return null;
        }

        return BlankMatch(text, TypeImport(), text.LastIndexOf('\n', index) + 1, index)
            ?? BlankMatch(text, NameInImport(), Math.Max(text.LastIndexOfAny(['{', ','], index) + 1, 0), index)
            ?? BlankMatch(text, Annotation(), index, index);
    }

    private static string? BlankMatch(string text, Regex kind, int start, int index)
    {
        var match = kind.Match(text, start);
        if (!match.Success || match.Index + match.Length < index)
        {
            return null;
        }

        var blanks = string.Concat(match.Value.Select(c => c == '\n' ? '\n' : ' '));
        return string.Concat(text.AsSpan(0, match.Index), blanks, text.AsSpan(match.Index + match.Length));
    }

    /// <summary><c>import type {Config} from '@docusaurus/types';</c>.</summary>
    [GeneratedRegex("""\Gimport\s+type\s[^;'"]*?from\s*(["'])[^"'\n]*\1;?""")]
    private static partial Regex TypeImport();

    /// <summary>The <c>type Config</c> of <c>import {themes, type Config} from …</c>.</summary>
    [GeneratedRegex("""\G\s*type\s+[\w$]+(\s+as\s+[\w$]+)?\s*,?(?=[^{}]*\}\s*from\b)""")]
    private static partial Regex NameInImport();

    /// <summary><c>: Config</c>, <c>satisfies Preset.Options</c>, <c>as const</c>.</summary>
    [GeneratedRegex("""\G(:\s*|(satisfies|as)\s+)[\w$.]+(<[\w$.,\s|'"\[\]]*>)?(\[\])*""")]
    private static partial Regex Annotation();
}
