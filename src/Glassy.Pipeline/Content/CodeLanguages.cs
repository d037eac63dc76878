using System.Collections.Frozen;

namespace Glassy.Content;

/// <summary>The languages that code is coloured in.</summary>
public static class CodeLanguages
{
    private static readonly StringRule Double = new("\"", "\"");
    private static readonly StringRule Single = new("'", "'");
    private static readonly StringRule Template = new("`", "`", ManyLines: true);
    private static readonly (string, string) SlashStar = ("/*", "*/");

    private const string JavaScriptWords =
        "as async await break case catch class const continue debugger default delete do else export extends false finally for from "
        + "function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined "
        + "var void while with yield";

    private static readonly CodeLanguage[] All =
    [
        new("csharp")
        {
            Aliases = ["cs", "c#", "dotnet"],
            Keywords = Words("abstract and as async await base bool break byte case catch char checked class const continue decimal default "
                + "delegate do double else enum event explicit extern false file finally fixed float for foreach get global goto if implicit "
                + "in init int interface internal is lock long nameof namespace new not null object operator or out override params partial "
                + "private protected public readonly record ref required return sbyte sealed set short sizeof stackalloc static string struct "
                + "switch this throw true try typeof uint ulong unchecked unsafe ushort using value var virtual void volatile when where while "
                + "with yield"),
            LineComments = ["//"],
            BlockComments = [SlashStar],
            Strings =
            [
                new("\"\"\"", "\"\"\"", ManyLines: true, Escapes: false), new("@\"", "\"", ManyLines: true, Escapes: false), Double, Single,
            ],
            TypesAreCapitalized = true,
            HasCalls = true,
            MetaPrefixes = "#",
        },
        new("python")
        {
            Aliases = ["py", "python3", "ipython"],
            Keywords = Words("False None True and as assert async await break case class continue def del elif else except finally for from "
                + "global if import in is lambda match nonlocal not or pass raise return self try while with yield"),
            LineComments = ["#"],
            Strings =
            [
                new("\"\"\"", "\"\"\"", ManyLines: true), new("'''", "'''", ManyLines: true), Double, Single,
            ],
            TypesAreCapitalized = true,
            HasCalls = true,
            MetaPrefixes = "@",
        },
        new("bash")
        {
            Aliases = ["sh", "shell", "zsh", "console", "shell-session"],
            Keywords = Words("alias break case cd continue declare do done echo elif else esac eval exec exit export false fi for function if "
                + "in local printf read return select set shift source sudo then trap true unset until while"),
            LineComments = ["#"],
            Strings = [new("\"", "\"", ManyLines: true), new("'", "'", ManyLines: true, Escapes: false)],
            HasDollarVariables = true,
            HasNumbers = false,
            WordCharacters = "-",
        },
        new("json") { Aliases = ["json5", "jsonc"], Keywords = Words("true false null"), LineComments = ["//"], BlockComments = [SlashStar], Strings = [Double], HasKeys = true },
        new("yaml")
        {
            Aliases = ["yml"],
            Keywords = Words("true false null yes no on off"),
            LineComments = ["#"],
            Strings = [Double, new("'", "'", Escapes: false)],
            HasKeys = true,
            MetaPrefixes = "&*!",
            WordCharacters = "-",
        },
        new("css")
        {
            Aliases = ["scss", "less"],
            BlockComments = [SlashStar],
            Strings = [Double, Single],
            HasKeys = true,
            HasCalls = true,
            MetaPrefixes = "@",
            WordCharacters = "-",
        },
        JavaScript("javascript", "js", "jsx", "mjs", "cjs"),
        JavaScript("typescript", "ts", "tsx") with
        {
            Keywords = Words(JavaScriptWords + " abstract any boolean declare enum implements interface is keyof namespace never number private "
                + "protected public readonly satisfies string type unknown"),
        },
        new("html") { Aliases = ["htm", "vue", "svelte"], Lexer = LexerKind.Markup },
        new("xml") { Aliases = ["svg", "xaml", "csproj", "props", "targets"], Lexer = LexerKind.Markup },
        new("diff") { Aliases = ["patch"], Lexer = LexerKind.Diff },
        new("log")
        {
            Keywords = Words("TRACE DEBUG INFO WARN WARNING ERROR FATAL CRITICAL"),
            Strings = [Double, Single],
            GroupSeparator = ',',
            Lexer = LexerKind.Log,
        },
    ];

    private static readonly FrozenDictionary<string, CodeLanguage> ByName = All
        .SelectMany(language => language.Aliases.Append(language.Name).Select(name => (name, language)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.language, StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a name or alias, with or without a leading dot; null when it is not known.</summary>
    public static CodeLanguage? Find(string name) => ByName.GetValueOrDefault(name.TrimStart('.'));

    private static CodeLanguage JavaScript(string name, params string[] aliases) => new(name)
    {
        Aliases = aliases,
        Keywords = Words(JavaScriptWords),
        LineComments = ["//"],
        BlockComments = [SlashStar],
        Strings = [Template, Double, Single],
        TypesAreCapitalized = true,
        HasCalls = true,
        MetaPrefixes = "@",
        WordCharacters = "$",
    };

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
