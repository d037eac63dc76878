using System.Diagnostics;
using Glassy.Pipelines;

namespace Glassy.BrowserTests;

/// <summary>A small site of its own with tabs, boxes and code, built of a scratch project and served.</summary>
public sealed class TabsSite : IAsyncDisposable
{
    private const string First = """
        ---
        slug: /
        ---
        # Tabs

        <Tabs groupId="os" queryString="os">
        <TabItem value="mac" label="macOS">

        First of *mac*.

        </TabItem>
        <TabItem value="win" label="Windows">

        First of *win*.

        </TabItem>
        <TabItem value="linux" label="Linux">

        First of *linux*.

        </TabItem>
        </Tabs>

        <Tabs groupId="os">
        <TabItem value="mac">Second of mac.</TabItem>
        <TabItem value="win">Second of win.</TabItem>
        </Tabs>

        <Tabs>
        <TabItem value="win">Alone win.</TabItem>
        <TabItem value="mac">Alone mac.</TabItem>
        </Tabs>

        :::tip[Hint]

        A box with `code` and [a link](/other).

        :::

        :::danger

        Mind this.

        :::

        <details>
        <summary>More</summary>

        Unfolded.

        </details>

        ```python title="train.py" showLineNumbers {2}
        def train(x):  # a comment
            return x + 1
        ```

        A note[^1] and a table:

        | a | b |
        |---|---|
        | 1 | 2 |

        [^1]: Of it.
        """;

    private const string Other = """
        # Other

        <Tabs groupId="os">
        <TabItem value="mac">Other mac.</TabItem>
        <TabItem value="linux">Other linux.</TabItem>
        </Tabs>
        """;

    private readonly Lazy<SiteServer> _server = new(Build);

    /// <summary>The address of a page.</summary>
    /// <param name="path">From the site's root.</param>
    public string AddressOf(string path) => new Uri(_server.Value.Root, path).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await _server.Value.DisposeAsync();
        }
    }

    /// <summary>The project stays where it is, so that its run is recorded once.</summary>
    private static SiteServer Build()
    {
        var project = Path.Combine(AppContext.BaseDirectory, "tabs-project");
        Directory.CreateDirectory(Path.Combine(project, "input"));
        File.WriteAllText(
            Path.Combine(project, "glassy.yml"), "dataset: digits\nsamples: 1\nrun:\n  epochs: 1\n  hidden: [8]\nsite:\n  title: Tabs\n");
        File.WriteAllText(Path.Combine(project, "input", "index.md"), First);
        File.WriteAllText(Path.Combine(project, "input", "other.md"), Other);
        using var build = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(BuildSettings).Assembly.Location, "--root", project, "--verbosity", "quiet"])
        {
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("dotnet did not start");
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        return build.ExitCode == 0
            ? new SiteServer(Path.Combine(project, "output"))
            : throw new InvalidOperationException($"the site could not be built:\n{errors}");
    }
}
