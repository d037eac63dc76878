using System.Text.RegularExpressions;

namespace Glassy.Tests;

/// <summary>The calls of the program in scripts, workflows and documents.</summary>
internal static partial class ShellCommands
{
    /// <summary>What the variables in them stand for; another one in a call would be an error here.</summary>
    private static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["$((JOB_COMPLETION_INDEX + 1))"] = "3",
        ["$SLURM_ARRAY_TASK_ID"] = "3",
        ["$SHARDS"] = "4",
        ["$SHARD"] = "3/4",
        ["$ORIGIN"] = "https://example.org",
        ["$BASE_PATH"] = "/site",
    };

    /// <summary>Every call in a shell's text, as the program would get its arguments.</summary>
    public static IEnumerable<IReadOnlyList<string>> In(string shell) =>
        shell.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => Call().Match(line))
            .Where(call => call.Success)
            .Select(call => Words(call.Groups["arguments"].Value));

    /// <summary>The shell's text in a Markdown document: what its fences of bash hold.</summary>
    public static string InFences(string markdown) => string.Join('\n', Fence().Matches(markdown).Select(fence => fence.Groups[1].Value));

    private static IReadOnlyList<string> Words(string arguments)
    {
        foreach (var (name, value) in Variables.OrderByDescending(variable => variable.Key.Length))
        {
            arguments = arguments.Replace(name, value, StringComparison.Ordinal);
        }

        Assert.DoesNotContain('$', arguments);
        return [.. Word().Matches(arguments).Select(word => word.Groups[1].Success ? word.Groups[1].Value : word.Value)];
    }

    /// <summary>Up to a comment, or to what the shell does with the output.</summary>
    [GeneratedRegex(
        """^\s*(?:- )?(?:\w+=\$\()?(?:glassy|dotnet run (?:--no-build )?--project \S*src/Glassy\.Pipeline)(?: --)?(?<arguments>(?: +(?!#|>|\||&&)(?:"[^"]*"|[^\s">|)])+)*)\)?(?: *(?:#|>|\||&&).*)?$""")]
    private static partial Regex Call();

    [GeneratedRegex("""
        "([^"]*)"|\S+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();

    [GeneratedRegex("^```bash[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
