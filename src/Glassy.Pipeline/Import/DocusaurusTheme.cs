namespace Glassy.Import;

/// <summary>What a <c>docusaurus.config</c> puts around every page: navbar, footer and announcement.</summary>
internal sealed class DocusaurusTheme
{
    private static readonly string[] Addresses = ["to", "href"];

    private readonly string? _blog;
    private readonly Action<string, object?> _refuse;

    /// <param name="theme">The configuration's <c>themeConfig</c>; null for none.</param>
    /// <param name="title">The site's title.</param>
    /// <param name="blog">Where the blog is, which is not taken over; null for none.</param>
    /// <param name="take">Takes a value over to a key below <c>site:</c>, and says whether it could.</param>
    /// <param name="refuse">Names a key that is not taken over.</param>
    public DocusaurusTheme(object? theme, string? title, string? blog, Func<string, object?, bool> take, Action<string, object?> refuse)
    {
        (_blog, _refuse) = (blog, refuse);
        if (theme is not (null or Dictionary<string, object?>))
        {
            refuse("themeConfig", theme);
        }

        foreach (var (key, value) in theme as Dictionary<string, object?> ?? [])
        {
            switch (key, value)
            {
                case ("navbar", Dictionary<string, object?> navbar):
                    Navbar = NavbarOf(navbar, title, take);
                    break;
                case ("footer", Dictionary<string, object?> footer):
                    Footer = FooterOf(footer);
                    break;
                case ("announcementBar", Dictionary<string, object?> bar):
                    TakeAnnouncement(bar, take);
                    break;
                default:
                    refuse($"themeConfig.{key}", value);
                    break;
            }
        }
    }

    /// <summary>The items for <c>site/navbar.yml</c>; null for none.</summary>
    public object? Navbar { get; }

    /// <summary>The content of <c>site/footer.yml</c>; null for none.</summary>
    public object? Footer { get; }

    private List<object>? NavbarOf(Dictionary<string, object?> navbar, string? title, Func<string, object?, bool> take)
    {
        const string Path = "themeConfig.navbar";
        List<object>? items = null;
        foreach (var (key, value) in navbar)
        {
            if (key == "items" && value is List<object?> written)
            {
                items = ItemsOf(written, $"{Path}.items", isTop: true);
            }
            else if (key == "logo" && value is Dictionary<string, object?> logo)
            {
                foreach (var (part, picture) in logo.Where(
                    pair => pair.Key != "alt" && !take(pair.Key switch { "src" => "logo", "srcDark" => "logoDark", _ => "" }, pair.Value)))
                {
                    _refuse($"{Path}.logo.{part}", picture);
                }
            }
            else if (key != "title" || value as string != title)
            {
                _refuse($"{Path}.{key}", value);
            }
        }

        return items is { Count: > 0 } ? items : null;
    }

    private Dictionary<string, object>? FooterOf(Dictionary<string, object?> footer)
    {
        const string Path = "themeConfig.footer";
        var taken = new Dictionary<string, object>();
        foreach (var (key, value) in footer)
        {
            if (key == "copyright" && value is string copyright)
            {
                taken[key] = copyright;
            }
            else if (key == "links" && value is List<object?> links)
            {
                taken[key] = links.Select((link, i) => Column(link, $"{Path}.links[{i}]")).OfType<object>().ToList();
            }
            else
            {
                _refuse($"{Path}.{key}", value);
            }
        }

        return taken.Count > 0 ? taken : null;
    }

    /// <summary>A column, or a link that stands in none; null when it is not taken over.</summary>
    private Dictionary<string, object>? Column(object? link, string path)
    {
        if (Entry(link, "items") is not List<object?> items)
        {
            return Item(link, path, isTop: false);
        }

        var column = new Dictionary<string, object> { ["items"] = ItemsOf(items, $"{path}.items", isTop: false) };
        if (Entry(link, "title") is string title)
        {
            column["title"] = title;
        }

        return column;
    }

    private void TakeAnnouncement(Dictionary<string, object?> bar, Func<string, object?, bool> take)
    {
        foreach (var (key, value) in bar.Where(pair => pair is not ({ Key: "id" } or { Key: "isCloseable", Value: true })))
        {
            if (key != "content" || !take("announcement", value))
            {
                _refuse($"themeConfig.announcementBar.{key}", value);
            }
        }
    }

    private List<object> ItemsOf(List<object?> items, string path, bool isTop) =>
        [.. items.Select((item, i) => Item(item, $"{path}[{i}]", isTop)).OfType<object>()];

    /// <summary>An item in Glassy's words; null when it is not taken over, which is then named.</summary>
    private Dictionary<string, object>? Item(object? item, string path, bool isTop)
    {
        var taken = new Dictionary<string, object>();
        foreach (var (key, own) in KeysOf(item))
        {
            if (Entry(item, key) is string text)
            {
                taken.TryAdd(own, text);
            }
        }

        if (Entry(item, "items") is List<object?> items)
        {
            taken["items"] = ItemsOf(items, $"{path}.items", isTop: false);
            foreach (var key in Addresses.Where(taken.Remove))
            {
                _refuse($"{path}.{key}", null);
            }
        }

        var leads = taken.Keys.Any(key => key is "doc" or "sidebar" or "html" or "items")
            || (taken.ContainsKey("label") && Addresses.Any(taken.ContainsKey));
        if (!leads || IsInBlog(taken.GetValueOrDefault("to") as string))
        {
            _refuse(path, item);
            return null;
        }

        if (isTop && Entry(item, "position") as string != "left")
        {
            taken["position"] = "right"; // where Docusaurus puts items that do not say
        }

        return taken;
    }

    /// <summary>The keys that its kind has, and what they are called here.</summary>
    private static (string Key, string Own)[] KeysOf(object? item) => (Entry(item, "type") as string) switch
    {
        "doc" => [("docId", "doc"), ("label", "label"), ("className", "className")],
        "docSidebar" => [("sidebarId", "sidebar"), ("label", "label"), ("className", "className")],
        "html" => [("value", "html"), ("className", "className")],
        null or "default" or "dropdown" =>
            [("to", "to"), ("href", "href"), ("html", "html"), ("label", "label"), ("aria-label", "label"), ("className", "className")],
        _ => [],
    };

    private bool IsInBlog(string? address) =>
        _blog is not null && address is not null && ("/" + address.Trim('/') + "/").StartsWith(_blog + "/", StringComparison.Ordinal);

    private static object? Entry(object? values, string key) => (values as Dictionary<string, object?>)?.GetValueOrDefault(key);
}
