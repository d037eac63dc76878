using System.Collections.Frozen;

namespace Glassy.Code;

/// <summary>What the tables of languages are made of.</summary>
internal static class LanguageParts
{
    public static readonly StringRule DoubleQuoted = new("\"", "\"");
    public static readonly StringRule SingleQuoted = new("'", "'");
    public static readonly StringRule Character = new("'", "'", IsCharacter: true);
    public static readonly StringRule Backtick = new("`", "`", ManyLines: true);
    public static readonly StringRule TripleDouble = new("\"\"\"", "\"\"\"", ManyLines: true);
    public static readonly StringRule TripleSingle = new("'''", "'''", ManyLines: true);

    /// <summary>A quotation mark inside is written twice, which makes two strings side by side.</summary>
    public static readonly StringRule Quoted = new("'", "'", ManyLines: true, Escapes: false);

    public static readonly (string, string) SlashStar = ("/*", "*/");

    public static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> WordsOfAnyCase(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A language of C's family: <c>//</c>, <c>/* */</c>, calls, capitalised types.</summary>
    public static CodeLanguage Braces(string name, string[] aliases, string keywords, params StringRule[] strings) => new(name)
    {
        Aliases = aliases,
        Keywords = Words(keywords),
        LineComments = ["//"],
        BlockComments = [SlashStar],
        Strings = strings,
        TypesAreCapitalized = true,
        HasCalls = true,
    };

    /// <summary>A language whose comments begin with a mark, with calls.</summary>
    public static CodeLanguage Script(string name, string[] aliases, string comment, string keywords, params StringRule[] strings) =>
        new(name)
        {
            Aliases = aliases,
            Keywords = Words(keywords),
            LineComments = [comment],
            Strings = strings,
            HasCalls = true,
        };
}
