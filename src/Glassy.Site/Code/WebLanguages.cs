using static Glassy.Code.LanguageParts;

namespace Glassy.Code;

/// <summary>Languages of the web, of data and of text.</summary>
internal static class WebLanguages
{
    private const string JavaScriptWords =
        "as async await break case catch class const continue debugger default delete do else export extends false finally for from "
        + "function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined "
        + "var void while with yield";

    private const string TypeScriptWords = JavaScriptWords
        + " abstract any boolean declare enum implements interface is keyof namespace never number private protected public readonly "
        + "satisfies string type unknown";

    public static IReadOnlyList<CodeLanguage> All { get; } =
    [
        JavaScript("javascript", ["js", "mjs", "cjs"], JavaScriptWords),
        JavaScript("typescript", ["ts", "mts", "cts"], TypeScriptWords),
        JavaScript("jsx", [], JavaScriptWords) with { Lexer = LexerKind.Jsx },
        JavaScript("tsx", [], TypeScriptWords) with { Lexer = LexerKind.Jsx },
        new("html") { Aliases = ["htm", "vue", "svelte", "markup", "astro", "razor", "cshtml"], Lexer = LexerKind.Markup },
        new("xml") { Aliases = ["svg", "xaml", "csproj", "props", "targets", "mathml", "rss", "atom", "plist", "xsl", "xsd"], Lexer = LexerKind.Markup },
        new("css")
        {
            Aliases = ["scss", "less", "sass"],
            LineComments = [],
            BlockComments = [SlashStar],
            Strings = [DoubleQuoted, SingleQuoted],
            HasKeys = true,
            HasCalls = true,
            MetaPrefixes = "@",
            WordCharacters = "-",
        },
        new("json")
        {
            Aliases = ["json5", "jsonc", "webmanifest"],
            Keywords = Words("true false null"),
            LineComments = ["//"],
            BlockComments = [SlashStar],
            Strings = [DoubleQuoted],
            HasKeys = true,
        },
        new("yaml")
        {
            Aliases = ["yml"],
            Keywords = Words("true false null yes no on off"),
            LineComments = ["#"],
            Strings = [DoubleQuoted, new("'", "'", Escapes: false)],
            HasKeys = true,
            MetaPrefixes = "&*!",
            WordCharacters = "-",
        },
        new("toml")
        {
            Keywords = Words("true false inf nan"),
            LineComments = ["#"],
            Strings = [TripleDouble, new("'''", "'''", ManyLines: true, Escapes: false), DoubleQuoted, new("'", "'", Escapes: false)],
            HasAssignedKeys = true,
            HasSections = true,
            WordCharacters = "-",
        },
        new("ini")
        {
            Aliases = ["cfg", "conf", "dosini", "editorconfig", "properties", "env", "dotenv"],
            Keywords = WordsOfAnyCase("true false yes no on off"),
            LineComments = ["#", ";"],
            Strings = [DoubleQuoted],
            HasAssignedKeys = true,
            HasSections = true,
            WordCharacters = "-.",
        },
        Braces("graphql", ["gql"], "directive enum extend fragment implements input interface mutation on query scalar schema subscription type union true false null", TripleDouble, DoubleQuoted)
            with { LineComments = ["#"], BlockComments = [], MetaPrefixes = "@", HasKeys = true, HasDollarVariables = true },
        Braces("protobuf", ["proto"], "bool bytes double enum extend false fixed32 fixed64 float import int32 int64 map message oneof option optional package "
            + "public repeated required reserved returns rpc service sint32 sint64 string syntax true uint32 uint64", DoubleQuoted, SingleQuoted),
        Script("hcl", ["terraform", "tf"], "#", "data false for if in locals module null output provider resource terraform true variable", DoubleQuoted) with { HasAssignedKeys = true },
        Script("nginx", ["nginxconf"], "#", "events http if include listen location proxy_pass return rewrite root server server_name set upstream", DoubleQuoted, SingleQuoted) with { HasDollarVariables = true },
        new("markdown") { Aliases = ["md", "mdx"], Lexer = LexerKind.Markdown },
        new("diff") { Aliases = ["patch", "git"], Lexer = LexerKind.Diff },
        new("log")
        {
            Keywords = Words("TRACE DEBUG INFO WARN WARNING ERROR FATAL CRITICAL"),
            Strings = [DoubleQuoted, SingleQuoted],
            GroupSeparator = ',',
            Lexer = LexerKind.Log,
        },
        new("tex")
        {
            Aliases = ["latex"],
            LineComments = ["%"],
            MetaPrefixes = "\\",
        },
    ];

    private static CodeLanguage JavaScript(string name, string[] aliases, string keywords) =>
        Braces(name, aliases, keywords, Backtick, DoubleQuoted, SingleQuoted) with { MetaPrefixes = "@", WordCharacters = "$" };
}
