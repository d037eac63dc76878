using System.Runtime.CompilerServices;
using Glassy.Pages;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Tokens;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>
/// Takes away what stands between <c>&lt;When test="…"&gt;</c> and <c>&lt;/When&gt;</c> where the test fails, before headings get their ids
/// and tokens their values: so prose says only what is so.
/// </summary>
/// <param name="tokens">Evaluates the tests, which are expressions as in tokens; one without a value fails.</param>
internal sealed class Conditions(ITokenEvaluator tokens)
{
    internal const string TagName = "When";
    private const string TestAttribute = "test";
    private const string Passed = "passed";

    /// <param name="document">Changed in place; not yet rendered.</param>
    /// <param name="diagnostics">Receives tests that cannot be evaluated; null where another reader reports them.</param>
    /// <exception cref="InsufficientExecutionStackException">It is nested too deeply.</exception>
    public void Apply(ContainerBlock document, PageDiagnostics? diagnostics)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var i = document.Count - 1; i >= 0; i--)
        {
            switch (document[i])
            {
                case ComponentBlock block when !Holds(block.Tag, diagnostics):
                    document.RemoveAt(i);
                    break;
                case ContainerBlock inner:
                    Apply(inner, diagnostics);
                    break;
                case LeafBlock { Inline: { } text }:
                    Apply(text, diagnostics);
                    break;
            }
        }
    }

    private void Apply(ContainerInline text, PageDiagnostics? diagnostics)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var inline = text.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is ComponentInline component && !Holds(component.Tag, diagnostics))
            {
                inline.Remove();
            }
            else if (inline is ContainerInline inner)
            {
                Apply(inner, diagnostics);
            }

            inline = next;
        }
    }

    /// <summary>
    /// Whether a tag's test does not fail; of every other tag, and of one without a test, which the component itself reports.
    /// </summary>
    private bool Holds(ComponentTag tag, PageDiagnostics? diagnostics)
    {
        if (tag.Name != TagName
            || tag.Attributes.FirstOrDefault(attribute => attribute.Name == TestAttribute)?.Value is not { Value: string test } literal)
        {
            return true;
        }

        var (result, error) = tokens.Evaluate($"({test}) ? '{Passed}' : 'failed'");
        if (error is not null)
        {
            diagnostics?.Error($"<{TagName}> `{TestAttribute}`: {error}", literal.Position);
        }

        return result == Passed;
    }
}
