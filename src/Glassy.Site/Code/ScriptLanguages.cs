using static Glassy.Code.LanguageParts;

namespace Glassy.Code;

/// <summary>Scripting languages, shells, queries and build files.</summary>
internal static class ScriptLanguages
{
    private const string ShellWords =
        "alias break case cd continue declare do done echo elif else esac eval exec exit export false fi for function if in local printf "
        + "read return select set shift source sudo then trap true unset until while";

    public static IReadOnlyList<CodeLanguage> All { get; } =
    [
        Script(
            "python",
            ["py", "python3", "ipython", "py3", "gyp"],
            "#",
            "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is "
            + "lambda match nonlocal not or pass raise return self try while with yield",
            TripleDouble,
            TripleSingle,
            DoubleQuoted,
            SingleQuoted) with { TypesAreCapitalized = true, MetaPrefixes = "@" },
        new("bash")
        {
            Aliases = ["sh", "shell", "zsh", "fish", "ksh"],
            Keywords = Words(ShellWords),
            LineComments = ["#"],
            Strings = [DoubleQuoted with { ManyLines = true }, Quoted],
            HasDollarVariables = true,
            HasNumbers = false,
            WordCharacters = "-",
        },
        new("console") { Aliases = ["shell-session", "shellsession", "sh-session", "terminal"], Lexer = LexerKind.Console },
        new("powershell")
        {
            Aliases = ["ps1", "pwsh", "posh", "ps"],
            Keywords = WordsOfAnyCase("begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach from "
                + "function hidden if in param process return static switch throw trap try until using while"),
            LineComments = ["#"],
            BlockComments = [("<#", "#>")],
            Strings =
            [
                new("@\"\n", "\n\"@", ManyLines: true, Escapes: false), new("@'\n", "\n'@", ManyLines: true, Escapes: false),
                DoubleQuoted with { ManyLines = true, Escapes = false }, Quoted,
            ],
            TypesAreCapitalized = true,
            HasCalls = true,
            HasDollarVariables = true,
            WordCharacters = "-",
        },
        Script("batch", ["bat", "cmd", "dos"], "::", "", DoubleQuoted with { Escapes = false }) with
        {
            LineComments = ["::", "REM ", "rem "],
            Keywords = WordsOfAnyCase("call cd copy del do echo else endlocal equ exist exit for goto if in md mkdir move not pause set setlocal shift start"),
        },
        new("docker")
        {
            Aliases = ["dockerfile", "containerfile"],
            Keywords = Words("ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR"),
            LineComments = ["#"],
            Strings = [DoubleQuoted, SingleQuoted],
            HasDollarVariables = true,
            WordCharacters = "-",
        },
        new("makefile")
        {
            Aliases = ["make", "mk", "cmake", "just", "justfile"],
            Keywords = Words("define else endef endif export ifdef ifeq ifndef ifneq include override unexport"),
            LineComments = ["#"],
            Strings = [DoubleQuoted, SingleQuoted],
            HasKeys = true,
            HasDollarVariables = true,
            WordCharacters = "-.",
        },
        Script("sql", ["mysql", "postgresql", "postgres", "pgsql", "plsql", "tsql", "sqlite"], "--", "", Quoted, DoubleQuoted with { Escapes = false }) with
        {
            BlockComments = [SlashStar],
            Keywords = WordsOfAnyCase("add all alter and any as asc avg begin between bigint boolean by case cast char check column commit constraint count "
                + "create cross date decimal declare default delete desc distinct drop else end except exec exists false float foreign from full function "
                + "grant group having if in index inner insert int integer intersect into is join key left like limit max min not null numeric offset on "
                + "or order outer over partition primary procedure references replace return returning revoke right rollback row select set sum table "
                + "text then timestamp to top transaction trigger true truncate union unique update using values varchar view when where with"),
        },
        Script("ruby", ["rb", "gemfile", "rakefile"], "#", "alias and begin break case class def defined? do else elsif end ensure false for if in include module "
            + "next nil not or private protected public raise redo require rescue retry return self super then true undef unless until when while yield",
            DoubleQuoted, SingleQuoted) with { TypesAreCapitalized = true, MetaPrefixes = "@" },
        Braces("php", [], "abstract and array as break callable case catch class clone const continue declare default do echo else elseif enum extends false final "
            + "finally fn for foreach function global if implements include instanceof interface match namespace new null or private protected public readonly "
            + "require return static string switch this throw trait true try use var void while yield", DoubleQuoted with { ManyLines = true }, SingleQuoted)
            with { LineComments = ["//", "#"], HasDollarVariables = true },
        Script("perl", ["pl"], "#", "and cmp die do else elsif eq for foreach ge gt if last le local lt my ne next no not or our package print redo return say sub "
            + "unless until use while", DoubleQuoted, SingleQuoted) with { HasDollarVariables = true, MetaPrefixes = "@%" },
        Script("lua", [], "--", "and break do else elseif end false for function goto if in local nil not or repeat return then true until while",
            new StringRule("[[", "]]", ManyLines: true, Escapes: false), DoubleQuoted, SingleQuoted),
        Script("r", ["rscript"], "#", "break else FALSE for function if in Inf library NA NaN next NULL repeat return TRUE while", DoubleQuoted, SingleQuoted)
            with { WordCharacters = "." },
        Script("julia", ["jl"], "#", "abstract begin break catch const continue do else elseif end export false finally for function global if import in let local "
            + "macro module mutable nothing quote return struct true try type using where while", TripleDouble, DoubleQuoted, Character)
            with { TypesAreCapitalized = true, MetaPrefixes = "@", WordCharacters = "!" },
        Script("elixir", ["ex", "exs"], "#", "after and case catch cond def defmacro defmodule defp defstruct do else end false fn for if import in nil not or quote "
            + "raise receive require rescue true try unless use when with", TripleDouble, DoubleQuoted, SingleQuoted) with { TypesAreCapitalized = true, MetaPrefixes = "@:" },
        Script("matlab", ["octave"], "%", "break case catch classdef continue else elseif end false for function global if otherwise parfor persistent return "
            + "switch true try while", DoubleQuoted),
        Script("wasm", ["wat"], ";;", "block br br_if call drop else end export f32 f64 func global i32 i64 if import local loop memory module mut param result return table then type",
            DoubleQuoted) with { HasDollarVariables = true, WordCharacters = "." },
    ];
}
