using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Glassy.Syntax.Parsers;

/// <summary>
/// <c>[ ]</c> and <c>[x]</c>, but only first in an item and with text behind them, as on GitHub; Markdig takes them anywhere in it.
/// </summary>
internal sealed class TaskParser : TaskListInlineParser
{
    public TaskParser() => (ListClass, ListItemClass) = ("task-list", "task");

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        return text.Length > 4 && char.IsWhiteSpace(text[3]) && !text[3..].IsWhiteSpace()
            && processor.Root?.FirstChild is null
            && processor.Block is ParagraphBlock { Parent: ListItemBlock item } paragraph && item[0] == paragraph
            && base.Match(processor, ref slice);
    }
}
