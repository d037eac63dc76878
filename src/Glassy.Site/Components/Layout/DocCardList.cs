using Glassy.Components.Binding;
using Glassy.Syntax;
using Glassy.Theme;

namespace Glassy.Components.Layout;

/// <summary>Cards of what the page's category holds, or of what <c>items</c> names.</summary>
public sealed class DocCardList() : Component<DocCardList.Call>("DocCardList")
{
    /// <param name="Items">Cards of one's own: <c>[{label, href, description}]</c>; null for the category's.</param>
    /// <param name="ClassName">Classes of the list.</param>
    public sealed record Call(Literal? Items = null, string? ClassName = null);

    /// <param name="Cards">In order.</param>
    /// <param name="ClassName">Classes of the list, or null.</param>
    public sealed record Model(IReadOnlyList<PageCard> Cards, string? ClassName);

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (attributes.Items is not { Value: not null } items)
        {
            return new Model(context.Page.CategoryCards(), attributes.ClassName);
        }

        var cards = new List<PageCard>();
        foreach (var item in items.Value as IReadOnlyList<Literal> ?? [items])
        {
            if (item.Value is not IReadOnlyDictionary<string, Literal> members
                || members.GetValueOrDefault("label")?.Value is not string label
                || members.GetValueOrDefault("href") is not { Value: string address } href)
            {
                context.Diagnostics.Error($"<{Name}> `items` must be a list of {{label: '…', href: '…', description: '…'}}", item.Position);
                return null;
            }

            var description = members.GetValueOrDefault("description")?.Value as string ?? "";
            cards.Add(new PageCard(label, context.Page.HrefOf(address, href.Position), description));
        }

        return new Model(cards, attributes.ClassName);
    }
}
