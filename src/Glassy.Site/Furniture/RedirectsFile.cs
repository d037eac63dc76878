using Glassy.Diagnostics;
using Glassy.Sources;
using YamlDotNet.RepresentationModel;

namespace Glassy.Furniture;

/// <summary>
/// Which addresses lead on: <c>site/redirects.yml</c>, with <c>/old: /new</c> lines or a list of <c>{from, to}</c> as Docusaurus' plugin
/// has it.
/// </summary>
public static class RedirectsFile
{
    /// <summary>Relative to the project.</summary>
    public const string Name = "site/redirects.yml";

    private const string ListKey = "redirects";

    /// <summary>Reads the file.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static IReadOnlyList<WrittenRedirect> Parse(string text, ICollection<Diagnostic> diagnostics)
    {
        var values = YamlMapping.Load(text, "the redirects' file", Name, diagnostics, listKey: ListKey);
        var redirects = new List<WrittenRedirect>();
        foreach (var key in values.Keys)
        {
            if (key == ListKey)
            {
                redirects.AddRange(values.Items(ListKey).SelectMany(node => Listed(values, node)));
            }
            else if (values.Text(key) is { } to)
            {
                redirects.Add(new WrittenRedirect(key, to, values.KeyPositionOf(key)));
            }
            else
            {
                values.Report(key, $"`{key}`: the address that it leads to was expected");
            }
        }

        return [.. redirects.Where(redirect => IsPath(redirect, values))];
    }

    private static IEnumerable<WrittenRedirect> Listed(YamlMapping values, YamlNode node)
    {
        var item = values.Of(node);
        item?.RefuseOthersThan(["from", "to"]);
        if (item?.Text("to") is not { } to || !item.Has("from"))
        {
            values.Report(YamlNodes.Place(node), "`{from: /old, to: /new}` was expected");
            return [];
        }

        var from = item.NodeOf("from") is YamlScalarNode one ? [one] : item.Items("from");
        return from.Select(address => new WrittenRedirect(address.ToString(), to, YamlNodes.Place(address)));
    }

    private static bool IsPath(WrittenRedirect redirect, YamlMapping values)
    {
        var path = Uri.UnescapeDataString(redirect.From); // as the file is named
        var mistake = !path.StartsWith('/')
            || redirect.From.AsSpan().IndexOfAny('?', '#') >= 0
            || path.Contains('\\', StringComparison.Ordinal)
            ? "a path was expected that begins with `/` and has no `?` or `#`"
            : path.Split('/').Any(segment => segment is "." or "..") ? "a path was expected without `.` and `..` in it"
            : UrlScheme.MistakeIn(redirect.To);
        if (mistake is not null)
        {
            values.Report(redirect.Position, $"`{redirect.From}`: {mistake}");
        }

        return mistake is null;
    }
}
