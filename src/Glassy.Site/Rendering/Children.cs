using System.Runtime.CompilerServices;
using Glassy.Sources;
using Markdig.Renderers;

namespace Glassy.Rendering;

/// <summary>Renders what stands inside a block apart from what is around it.</summary>
internal static class Children
{
    /// <exception cref="InsufficientExecutionStackException">They are nested too deeply.</exception>
    /// <param name="renderer">The page's renderer; its writer and tightness are put back.</param>
    /// <param name="write">Writes the children.</param>
    public static RawHtml Render(HtmlRenderer renderer, Action write)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var (outer, isTight) = (renderer.Writer, renderer.ImplicitParagraph);
        var inner = new StringWriter { NewLine = "\n" };
        (renderer.Writer, renderer.ImplicitParagraph) = (inner, false);
        write();
        (renderer.Writer, renderer.ImplicitParagraph) = (outer, isTight);
        return new RawHtml(inner.ToString());
    }
}
