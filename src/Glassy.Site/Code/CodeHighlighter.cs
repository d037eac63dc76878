using System.Text;

namespace Glassy.Code;

/// <summary>Colours code while the site is built; the text of the markup is exactly the code.</summary>
public static class CodeHighlighter
{
    /// <summary>What to colour, in order and without overlaps; nothing for an unknown language.</summary>
    public static IReadOnlyList<CodeToken> Tokenize(string code, string language)
    {
        var tokens = new List<CodeToken>();
        var known = CodeLanguages.Find(language);
        switch (known?.Lexer)
        {
            case LexerKind.Words:
                new CodeLexer(code, known, tokens).Run();
                break;
            case LexerKind.Markup:
                MarkupLexer.Run(code, hasScripts: known.Name == "html", tokens);
                break;
            case LexerKind.Jsx:
                new JsxLexer(code, known, tokens).Run();
                break;
            case LexerKind.Markdown:
                new MarkdownLexer(code, tokens).Run();
                break;
            case LexerKind.Console:
                LineLexer.Console(code, tokens);
                break;
            case LexerKind.Diff:
                LineLexer.Diff(code, tokens);
                break;
            case LexerKind.Log:
                LineLexer.Log(code, known, tokens);
                break;
        }

        return tokens;
    }

    /// <summary>Adds the tokens of a part that is written in another language.</summary>
    internal static void TokenizePart(string code, int start, int end, string language, List<CodeToken> tokens) =>
        tokens.AddRange(
            Tokenize(code[start..end], language).Select(token => new CodeToken(start + token.Start, start + token.End, token.Kind)));

    /// <summary>The code as markup: <c>&lt;i class="k"&gt;…</c>, escaped.</summary>
    /// <param name="code">The code, line ends <c>\n</c>.</param>
    /// <param name="language">A name or alias.</param>
    /// <param name="wrapLines">Puts every line into <c>&lt;span class="line"&gt;</c>.</param>
    /// <param name="highlighted">1-based lines to highlight; asks for <paramref name="wrapLines"/>.</param>
    public static string Highlight(string code, string language, bool wrapLines = false, IReadOnlySet<int>? highlighted = null)
    {
        var html = new HighlightedCode(code, wrapLines, highlighted);
        foreach (var token in Tokenize(code, language))
        {
            html.Write(token);
        }

        return html.Finish();
    }

    private sealed class HighlightedCode(string code, bool wrapLines, IReadOnlySet<int>? highlighted)
    {
        private readonly StringBuilder _html = new(code.Length * 2);
        private int _at;
        private int _line;

        public void Write(CodeToken token)
        {
            WriteText(token.Start, ' ');
            WriteText(token.End, token.Kind);
        }

        public string Finish()
        {
            WriteText(code.Length, ' ');
            if (wrapLines && _line > 0 && !code.EndsWith('\n'))
            {
                _html.Append("</span>");
            }

            return _html.ToString();
        }

        /// <summary>Writes up to an offset, closing and opening spans at line ends so that none crosses them.</summary>
        private void WriteText(int end, char kind)
        {
            while (_at < end)
            {
                OpenLine();
                var newline = wrapLines ? code.IndexOf('\n', _at, end - _at) : -1;
                var pieceEnd = newline < 0 ? end : newline;
                WritePiece(pieceEnd, kind);
                if (newline >= 0)
                {
                    _html.Append("</span>\n");
                    _at++;
                }
            }
        }

        private void OpenLine()
        {
            if (wrapLines && (_at == 0 || code[_at - 1] == '\n'))
            {
                _line++;
                _html.Append(
                    highlighted is not null && highlighted.Contains(_line) ? "<span class=\"line highlight\">" : "<span class=\"line\">");
            }
        }

        private void WritePiece(int end, char kind)
        {
            if (end == _at)
            {
                return;
            }

            if (kind != ' ')
            {
                _html.Append("<i class=\"").Append(kind).Append("\">");
            }

            AppendEscaped(code.AsSpan(_at, end - _at));
            if (kind != ' ')
            {
                _html.Append("</i>");
            }

            _at = end;
        }

        private void AppendEscaped(ReadOnlySpan<char> text)
        {
            for (var special = text.IndexOfAny("<>&\""); special >= 0; special = text.IndexOfAny("<>&\""))
            {
                _html.Append(text[..special]).Append(text[special] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&quot;" });
                text = text[(special + 1)..];
            }

            _html.Append(text);
        }
    }
}
