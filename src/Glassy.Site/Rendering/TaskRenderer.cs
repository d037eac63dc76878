using Glassy.Reading;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Glassy.Rendering;

/// <summary>The box of a task, named by the task's text.</summary>
internal sealed class TaskRenderer(PageWriting page) : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList obj)
    {
        var name = PlainText.Of(obj.Parent as ContainerInline, page.Tokens, onlyFirstLine: true);
        renderer.Write("<input type=\"checkbox\" disabled").Write(obj.Checked ? " checked" : "")
            .Write(" aria-label=\"").WriteEscape(name).Write("\">");
    }
}
