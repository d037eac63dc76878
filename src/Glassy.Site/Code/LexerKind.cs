namespace Glassy.Code;

/// <summary>Which lexer colours a language.</summary>
internal enum LexerKind
{
    Words,
    Markup,
    Diff,
    Log,
    Console,
    Jsx,
    Markdown,
}
