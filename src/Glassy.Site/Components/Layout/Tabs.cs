using Glassy.Components.Binding;
using Glassy.Diagnostics;
using Glassy.Sources;
using Glassy.Syntax;

namespace Glassy.Components.Layout;

/// <summary>
/// <c>&lt;Tabs&gt;</c> with one <c>&lt;TabItem value="…"&gt;</c> a panel, as in Docusaurus. All panels are in the page; radio buttons
/// choose among them without JavaScript.
/// </summary>
public sealed class Tabs() : Component<Tabs.Call>("Tabs")
{
    public override bool TakesChildren => true;

    public override string ItemName => TabItem.TagName;

    /// <param name="GroupId">All tabs with this id on the site choose together, and the choice is remembered.</param>
    /// <param name="QueryString">The name of the address's parameter that holds the choice; true for <paramref name="GroupId"/>.</param>
    /// <param name="DefaultValue">The value shown first; null for none.</param>
    /// <param name="Values">Labels by value: <c>[{label, value, default}]</c>.</param>
    /// <param name="ClassName">Classes of the whole.</param>
    /// <param name="Block">The tabs share the whole width.</param>
    /// <param name="Lazy">Understood and without effect: a panel that is not there could not be read without JavaScript.</param>
    public sealed record Call(
        Located<string>? GroupId = null,
        Literal? QueryString = null,
        Literal? DefaultValue = null,
        Literal? Values = null,
        string? ClassName = null,
        bool Block = false,
        bool Lazy = false);

    /// <param name="Id">Unique on the page.</param>
    /// <param name="Group">The group's id, or null.</param>
    /// <param name="Query">The parameter's name, or null.</param>
    /// <param name="ClassName">Classes of the whole, or null.</param>
    /// <param name="Block">The tabs share the whole width.</param>
    /// <param name="Items">One a panel.</param>
    public sealed record Model(string Id, string? Group, string? Query, string? ClassName, bool Block, IReadOnlyList<Item> Items);

    /// <param name="Value">What the choice is remembered by.</param>
    /// <param name="Label">What the tab says.</param>
    /// <param name="IsSelected">Shown first; at most one is.</param>
    /// <param name="ClassName">Classes of the panel, or null.</param>
    /// <param name="TabClass">Classes of the tab, or null.</param>
    /// <param name="Children">The panel.</param>
    public sealed record Item(string Value, string Label, bool IsSelected, string? ClassName, string? TabClass, RawHtml Children)
    {
        /// <summary>Of its button.</summary>
        public string Id { get; init; } = "";
    }

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (ReadValues(attributes.Values, context) is not { } values || ReadItems(call, values, context) is not { } items)
        {
            return null;
        }

        var query = attributes.QueryString?.Value switch
        {
            string name => name,
            true => attributes.GroupId?.Value ?? "",
            _ => null,
        };
        if (query is { Length: 0 })
        {
            // has been read
            context.Diagnostics.Error($"<{Name}> `queryString` needs a name, or a `groupId` that is one", attributes.QueryString!.Position);
            return null;
        }

        var id = context.Ids.Number("tabs");
        return Selected(attributes.DefaultValue, items, context) is { } selected
            ? new Model(
                id,
                attributes.GroupId?.Value,
                query,
                attributes.ClassName,
                attributes.Block,
                [.. items.Select((item, i) =>
                    item with { Id = context.Ids.Take(FormattableString.Invariant($"{id}-{i}")), IsSelected = item.Value == selected })])
            : null;
    }

    /// <summary>The <c>values</c> attribute by value; null when it cannot be read.</summary>
    private Dictionary<string, (string Label, bool IsDefault)>? ReadValues(Literal? literal, ComponentContext context)
    {
        var values = new Dictionary<string, (string Label, bool IsDefault)>(StringComparer.Ordinal);
        foreach (var entry in literal?.Value as IReadOnlyList<Literal> ?? [])
        {
            if (entry.Value is not IReadOnlyDictionary<string, Literal> members
                || members.GetValueOrDefault("value")?.Value is not string value)
            {
                context.Diagnostics.Error($"<{Name}> `values` must be a list of {{label: '…', value: '…'}}", entry.Position);
                return null;
            }

            values[value] = (
                members.GetValueOrDefault("label")?.Value as string ?? value, members.GetValueOrDefault("default")?.Value is true);
        }

        return values;
    }

    private static List<Item>? ReadItems(
        ComponentCall call,
        Dictionary<string, (string Label, bool IsDefault)> values,
        ComponentContext context)
    {
        var items = new List<Item>();
        var isGood = true;
        foreach (var item in call.Items)
        {
            if (TabItem.Read(item.Tag, context.Diagnostics) is not { } attributes)
            {
                isGood = false;
                continue;
            }

            var value = attributes.Value.Value;
            if (items.Exists(other => other.Value == value))
            {
                context.Diagnostics.Error($"two <{TabItem.TagName}> have the value `{value}`", attributes.Value.Position);
                isGood = false;
            }

            var known = values.TryGetValue(value, out var entry);
            items.Add(new Item(
                value,
                attributes.Label ?? (known ? entry.Label : value),
                attributes.Default || (known && entry.IsDefault),
                attributes.ClassName,
                attributes.TabClass,
                item.Children));
        }

        if (isGood && items.Count == 0)
        {
            context.Diagnostics.Error($"<{call.Tag.Name}> holds no <{TabItem.TagName}>", call.Tag.Position);
        }

        return isGood && items.Count > 0 ? items : null;
    }

    /// <summary>The value shown first, empty for none; null when the default is not among the items.</summary>
    private string? Selected(Literal? defaultValue, List<Item> items, ComponentContext context)
    {
        if (defaultValue is null)
        {
            return (items.Find(item => item.IsSelected) ?? items[0]).Value;
        }

        if (defaultValue.Value is null)
        {
            return "";
        }

        if (defaultValue.Value is string value && items.Exists(item => item.Value == value))
        {
            return value;
        }

        var known = items.ConvertAll(item => item.Value);
        context.Diagnostics.Error(
            $"<{Name}> `defaultValue` is the value of no <{TabItem.TagName}>{Spelling.SuggestAndList(defaultValue.Value as string ?? "", known)}",
            defaultValue.Position);
        return null;
    }
}
