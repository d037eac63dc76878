using System.Collections.Frozen;

namespace Glassy.Code;

/// <summary>The languages that code is coloured in, by name and alias.</summary>
public static class CodeLanguages
{
    private static readonly FrozenSet<string> Plain =
        new[] { "text", "txt", "plain", "plaintext", "none", "nohighlight", "output" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CodeLanguage> ByName = WebLanguages.All
        .Concat(ProgrammingLanguages.All)
        .Concat(ScriptLanguages.All)
        .SelectMany(language => language.Aliases.Append(language.Name).Select(name => (name, language)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that code blocks can use, without aliases.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        .. ByName.Values.Select(language => language.Name).Distinct().Order(StringComparer.Ordinal)
    ];

    /// <summary>The language of a name or alias, with or without a leading dot; null when it is not known.</summary>
    public static CodeLanguage? Find(string name) => ByName.GetValueOrDefault(name.TrimStart('.'));

    /// <summary>Whether the name asks for code without colours.</summary>
    public static bool IsPlain(string name) => Plain.Contains(name);
}
