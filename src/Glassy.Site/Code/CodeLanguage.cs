using System.Collections.Frozen;

namespace Glassy.Code;

/// <summary>How a language is written, as far as colours need it.</summary>
/// <param name="Name">As it stands in <c>data-language</c>.</param>
public sealed record CodeLanguage(string Name)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public FrozenSet<string> Keywords { get; init; } = FrozenSet<string>.Empty;

    public IReadOnlyList<string> LineComments { get; init; } = [];

    public IReadOnlyList<(string Open, string Close)> BlockComments { get; init; } = [];

    /// <summary>Tried in order, so longer openings come first.</summary>
    public IReadOnlyList<StringRule> Strings { get; init; } = [];

    /// <summary>Words that begin with an upper-case letter are types.</summary>
    public bool TypesAreCapitalized { get; init; }

    /// <summary>A word before <c>(</c> is a function.</summary>
    public bool HasCalls { get; init; }

    /// <summary>A word or string before <c>:</c> is a key.</summary>
    public bool HasKeys { get; init; }

    /// <summary>A word or string before <c>=</c> is a key.</summary>
    public bool HasAssignedKeys { get; init; }

    /// <summary><c>[section]</c> at the beginning of a line is meta.</summary>
    public bool HasSections { get; init; }

    /// <summary><c>$name</c> and <c>${name}</c> are variables.</summary>
    public bool HasDollarVariables { get; init; }

    /// <summary>Numbers are coloured.</summary>
    public bool HasNumbers { get; init; } = true;

    /// <summary>What groups a number's digits; <c>\0</c> for nothing.</summary>
    public char GroupSeparator { get; init; }

    /// <summary>Characters that make a word meta: <c>@decorator</c>, <c>#if</c>.</summary>
    public string MetaPrefixes { get; init; } = "";

    /// <summary>Characters beyond letters, digits and <c>_</c> that words hold.</summary>
    public string WordCharacters { get; init; } = "";

    internal LexerKind Lexer { get; init; }
}
