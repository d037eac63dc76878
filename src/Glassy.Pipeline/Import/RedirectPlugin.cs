namespace Glassy.Import;

/// <summary>The redirects of Docusaurus' plugin for them, as far as they are data; other plugins are named.</summary>
internal static class RedirectPlugin
{
    /// <param name="plugins">The configuration's <c>plugins</c>; null for none.</param>
    /// <param name="refuse">Names what is not taken over.</param>
    /// <returns>Null when there are none.</returns>
    public static List<object?>? RedirectsOf(object? plugins, Action<string, object?> refuse)
    {
        List<object?>? redirects = null;
        var others = new List<object?>();
        foreach (var plugin in plugins as List<object?> ?? (plugins is null ? [] : [plugins]))
        {
            if (plugin is not List<object?> pair
                || pair is not [string name, Dictionary<string, object?> options]
                || !name.EndsWith("client-redirects", StringComparison.Ordinal))
            {
                others.Add(plugin);
                continue;
            }

            foreach (var (key, value) in options)
            {
                if (key == "redirects" && value is List<object?> found && found.TrueForAll(IsRedirect))
                {
                    redirects = [.. redirects ?? [], .. found];
                }
                else
                {
                    refuse($"plugins.{name}.{key}", value);
                }
            }
        }

        if (others.Count > 0)
        {
            refuse("plugins", others.FirstOrDefault(other => other is Unreadable));
        }

        return redirects;
    }

    private static bool IsRedirect(object? item) =>
        item is Dictionary<string, object?> { Count: 2 } && Entry(item, "to") is string
        && Entry(item, "from") is string or List<object?>
        && (Entry(item, "from") as List<object?> ?? []).TrueForAll(from => from is string);

    private static object? Entry(object? values, string key) => (values as Dictionary<string, object?>)?.GetValueOrDefault(key);
}
