using static Glassy.Code.LanguageParts;

namespace Glassy.Code;

/// <summary>Compiled languages, most of them of C's family.</summary>
internal static class ProgrammingLanguages
{
    private const string CWords =
        "auto bool break case char const continue default do double else enum extern false float for goto if inline int long register "
        + "restrict return short signed sizeof static struct switch true typedef union unsigned void volatile while NULL";

    public static IReadOnlyList<CodeLanguage> All { get; } =
    [
        Braces(
            "csharp",
            ["cs", "c#", "dotnet"],
            "abstract and as async await base bool break byte case catch char checked class const continue decimal default delegate do double "
            + "else enum event explicit extern false file finally fixed float for foreach get global goto if implicit in init int interface "
            + "internal is lock long nameof namespace new not null object operator or out override params partial private protected public "
            + "readonly record ref required return sbyte sealed set short sizeof stackalloc static string struct switch this throw true try "
            + "typeof uint ulong unchecked unsafe ushort using value var virtual void volatile when where while with yield",
            TripleDouble with { Escapes = false },
            new StringRule("@\"", "\"", ManyLines: true, Escapes: false),
            DoubleQuoted,
            Character) with { MetaPrefixes = "#" },
        Braces("c", ["h"], CWords, DoubleQuoted, Character) with { MetaPrefixes = "#" },
        Braces(
            "cpp",
            ["c++", "cc", "cxx", "hpp", "arduino", "cuda"],
            CWords + " alignas alignof and catch class co_await co_return co_yield concept consteval constexpr constinit decltype delete dynamic_cast "
            + "explicit export final friend import module mutable namespace new noexcept not nullptr operator or override private protected public "
            + "reinterpret_cast requires static_assert static_cast template this thread_local throw try typename using virtual",
            new StringRule("R\"(", ")\"", ManyLines: true, Escapes: false),
            DoubleQuoted,
            Character) with { MetaPrefixes = "#" },
        Braces("objectivec", ["objc", "objective-c"], CWords + " id nil self super YES NO BOOL in nonatomic strong weak", DoubleQuoted, Character) with { MetaPrefixes = "#@" },
        Braces(
            "java",
            [],
            "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float "
            + "for if implements import instanceof int interface long native new null package permits private protected public record return sealed "
            + "short static strictfp super switch synchronized this throw throws transient true try var void volatile while yield",
            TripleDouble,
            DoubleQuoted,
            Character) with { MetaPrefixes = "@" },
        Braces(
            "kotlin",
            ["kt", "kts"],
            "abstract as break by class companion const constructor continue data do else enum false final finally for fun get if import in init inline "
            + "interface internal is lateinit null object open out override package private protected public return sealed set super suspend this throw "
            + "true try typealias val var vararg when where while",
            TripleDouble,
            DoubleQuoted,
            Character) with { MetaPrefixes = "@" },
        Braces(
            "scala",
            ["sc"],
            "abstract case catch class def do else enum extends false final finally for given if implicit import lazy match new null object override "
            + "package private protected return sealed super then this throw trait true try type using val var while with yield",
            TripleDouble,
            DoubleQuoted,
            Character) with { MetaPrefixes = "@" },
        Braces(
            "groovy",
            ["gradle"],
            "abstract as assert boolean break case catch class continue def default do double else enum extends false final finally float for if implements "
            + "import in instanceof int interface long new null package private protected public return static super switch this throw true try void while",
            TripleDouble,
            TripleSingle,
            DoubleQuoted,
            SingleQuoted) with { MetaPrefixes = "@" },
        Braces(
            "swift",
            [],
            "actor any as associatedtype async await break case catch class continue default defer deinit do else enum extension fallthrough false "
            + "fileprivate final for func guard if import in init inout internal is lazy let mutating nil open operator override private protocol public "
            + "repeat rethrows return self Self some static struct subscript super switch throw throws true try typealias var weak where while",
            TripleDouble,
            DoubleQuoted) with { MetaPrefixes = "@#" },
        Braces(
            "dart",
            [],
            "abstract as assert async await bool break case catch class const continue default do double dynamic else enum export extends extension external "
            + "false final finally for get if implements import in int is late library mixin new null operator part required return set static String super "
            + "switch this throw true try typedef var void while with yield",
            TripleDouble,
            TripleSingle,
            DoubleQuoted,
            SingleQuoted) with { MetaPrefixes = "@" },
        Braces(
            "rust",
            ["rs"],
            "as async await bool box break char const continue crate dyn else enum extern f32 f64 false fn for i128 i16 i32 i64 i8 if impl in isize let loop "
            + "match mod move mut pub ref return self Self static str struct super trait true type u128 u16 u32 u64 u8 union unsafe use usize where while",
            new StringRule("r#\"", "\"#", ManyLines: true, Escapes: false),
            DoubleQuoted with { ManyLines = true },
            Character) with { WordCharacters = "!" },
        Braces(
            "go",
            ["golang"],
            "any bool break byte case chan complex128 complex64 const continue default defer else error fallthrough false float32 float64 for func go goto "
            + "if import int int16 int32 int64 int8 interface iota map nil package range return rune select string struct switch true type uint uint16 "
            + "uint32 uint64 uint8 uintptr var",
            Backtick with { Escapes = false },
            DoubleQuoted,
            Character),
        Braces("zig", [], "and anytype async await bool break catch comptime const continue defer else enum errdefer error export extern false fn for if inline null or "
            + "orelse packed pub return struct switch test true try undefined union unreachable usingnamespace var void while", DoubleQuoted, Character),
        Braces(
            "fsharp",
            ["f#", "fs", "fsx"],
            "abstract and as async begin class default do done downcast elif else end exception extern false finally for fun function if in inherit inline "
            + "interface internal lazy let match member module mutable namespace new not null of open or override private public rec return sig static "
            + "struct then to true try type upcast use val void when while with yield",
            TripleDouble,
            DoubleQuoted,
            Character) with { BlockComments = [("(*", "*)")] },
        Script(
            "haskell",
            ["hs"],
            "--",
            "case class data default deriving do else forall foreign if import in infix infixl infixr instance let module newtype of then type where",
            DoubleQuoted,
            Character) with { BlockComments = [("{-", "-}")], TypesAreCapitalized = true },
        Script(
            "ocaml",
            ["ml"],
            "(*)",
            "and as assert begin class do done else end exception external false for fun function functor if in include let match module mutable of open "
            + "rec sig struct then true try type val when while with",
            DoubleQuoted,
            Character) with { LineComments = [], BlockComments = [("(*", "*)")], TypesAreCapitalized = true },
        Script(
            "visual-basic",
            ["vb", "vbnet", "vba"],
            "'",
            "",
            DoubleQuoted with { Escapes = false }) with
        {
            Keywords = WordsOfAnyCase("And As Boolean ByRef ByVal Case Catch Class Const Dim Do Double Each Else ElseIf End Exit False Finally For Function "
                + "Get If Imports In Integer Is Loop Me Module Namespace New Next Not Nothing Of Or Private Property Public Return Select Set Shared "
                + "String Structure Sub Then Throw To True Try Using While With"),
        },
    ];
}
