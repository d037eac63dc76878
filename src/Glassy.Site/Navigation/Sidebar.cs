using Glassy.Pages;

namespace Glassy.Navigation;

/// <summary>A sidebar: its entries, the order in which one reads through them, and who is above whom.</summary>
internal sealed class Sidebar
{
    private static readonly HashSet<NavigationNode> NoHolders = [];
    private readonly List<NavigationNode> _stops = [];
    private readonly Dictionary<SitePage, (int Stop, IReadOnlyList<NavigationNode> Above)> _places = new(
        ReferenceEqualityComparer.Instance);

    private readonly Dictionary<SitePage, HashSet<NavigationNode>> _holders = new(ReferenceEqualityComparer.Instance);

    public Sidebar(string name, IReadOnlyList<NavigationNode> items)
    {
        Name = name;
        Items = items;
        Walk(items, []);
    }

    public string Name { get; }

    public IReadOnlyList<NavigationNode> Items { get; }

    /// <summary>Entries of all depths.</summary>
    public int Count { get; private set; }

    /// <summary>The entries that lead to pages of the site, in reading order.</summary>
    public IReadOnlyList<NavigationNode> Stops => _stops;

    /// <summary>Where a page stands, the categories above it from the outermost; null when it is not in this sidebar.</summary>
    public (int Stop, IReadOnlyList<NavigationNode> Above)? PlaceOf(SitePage? target) =>
        target is not null && _places.TryGetValue(target, out var place) ? place : null;

    /// <summary>The entries that lead to a page, wherever they stand, and those that hold them.</summary>
    public IReadOnlySet<NavigationNode> HoldersOf(SitePage? target) =>
        target is not null && _holders.TryGetValue(target, out var holders) ? holders : NoHolders;

    private void Walk(IReadOnlyList<NavigationNode> items, IReadOnlyList<NavigationNode> above)
    {
        foreach (var node in items)
        {
            Count++;
            Hold(node.Page, node, above);
            Hold(node.Index, node, above);
            if (!node.IsReference && node.Place is { } target)
            {
                _places.TryAdd(target, (_stops.Count, above));
                _stops.Add(node);
            }

            Walk(node.Items, [.. above, node]);
        }
    }

    private void Hold(SitePage? target, NavigationNode node, IReadOnlyList<NavigationNode> above)
    {
        if (target is null)
        {
            return;
        }

        if (!_holders.TryGetValue(target, out var holders))
        {
            _holders[target] = holders = new HashSet<NavigationNode>(ReferenceEqualityComparer.Instance);
        }

        holders.Add(node);
        holders.UnionWith(above);
    }
}
