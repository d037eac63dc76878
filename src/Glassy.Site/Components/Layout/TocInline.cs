using Glassy.Components.Binding;
using Glassy.Sources;
using Glassy.Syntax;
using Glassy.Theme;

namespace Glassy.Components.Layout;

/// <summary>The page's table of contents in its text: <c>&lt;TOCInline toc={toc} /&gt;</c>.</summary>
public sealed class TocInline() : Component<TocInline.Call>("TOCInline")
{
    private const int Least = 2;
    private const int Most = 6;

    /// <param name="Toc">The page's own, <c>{toc}</c>: there is no other.</param>
    /// <param name="MinHeadingLevel">2..6.</param>
    /// <param name="MaxHeadingLevel">2..6.</param>
    public sealed record Call(Literal? Toc = null, int MinHeadingLevel = 2, int MaxHeadingLevel = 3);

    /// <param name="Items">The headings of the highest level.</param>
    public sealed record Model(IReadOnlyList<Item> Items);

    /// <param name="Id">The heading's anchor.</param>
    /// <param name="Html">Its text.</param>
    /// <param name="Items">The headings below it.</param>
    public sealed record Item(string Id, RawHtml Html, IReadOnlyList<Item> Items);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (attributes.Toc is { Value: not null } other)
        {
            context.Diagnostics.Error($"<{Name}> `toc` can only be the page's own: write toc={{toc}}", other.Position);
            return null;
        }

        var (least, most) = (attributes.MinHeadingLevel, attributes.MaxHeadingLevel);
        return least is < Least or > Most || most is < Least or > Most
            ? Fail(call, context, $"heading levels are {Least} to {Most}")
            : context.Page.Toc(least, most) is { } entries ? new Model(Nest([.. entries]))
            : Fail(call, context, "it cannot stand in a heading, which it would list");
    }

    /// <summary>A heading holds those of deeper levels that follow it.</summary>
    private static List<Item> Nest(ReadOnlySpan<TocEntry> entries)
    {
        var items = new List<Item>();
        while (!entries.IsEmpty)
        {
            var first = entries[0];
            var end = 1;
            while (end < entries.Length && entries[end].Level > first.Level)
            {
                end++;
            }

            items.Add(new Item(first.Id, first.Html, Nest(entries[1..end])));
            entries = entries[end..];
        }

        return items;
    }
}
