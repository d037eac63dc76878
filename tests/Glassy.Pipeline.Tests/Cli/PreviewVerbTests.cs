using System.Net;
using System.Net.Sockets;

namespace Glassy.Tests.Cli;

/// <summary><c>glassy preview</c> as its user runs it.</summary>
public sealed class PreviewVerbTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public PreviewVerbTests() => _project.Write("input/index.md", "---\nslug: /\n---\n# Home\n\nRight {{ run.accuracy | percent }}.\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task It_trains_once_serves_the_site_and_ends_though_a_page_listens()
    {
        using var client = new HttpClient();
        HttpResponseMessage? events = null;
        var page = "";

        var ended = await GlassyProcess.InterruptAsync(
            _project.Root,
            until: "http://127.0.0.1:",
            async line =>
            {
                var address = line.Split(' ')[0];
                Assert.Equal($"{address} shows the site as it changes; Ctrl-C ends it", line);
                page = await client.GetStringAsync(address, Token);
                events = await client.GetAsync(
                    address + "__glassy/events?file=index.html", HttpCompletionOption.ResponseHeadersRead, Token);
            },
            "preview", "--port", "0");

        events?.Dispose();
        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("/__glassy/preview.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("__glassy", _project.Read("output/index.html"), StringComparison.Ordinal);
        Assert.Single(_project.Files("data/runs", "run.json"));
    }

    [Fact]
    public async Task A_file_of_predictions_that_is_saved_again_is_read_again()
    {
        var rows = ScratchProject.Classes.SelectMany(
            name => Enumerable.Range(0, ScratchProject.TestPerClass).Select(i => $"{name}/{i:D3}.png,{name}\n"));
        var right = string.Concat(rows.Prepend("file,predicted\n"));
        _project.Write("p.csv", right.Replace(",rose", ",grass", StringComparison.Ordinal));
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, predictions: p.csv}]\n");
        using var client = new HttpClient();
        var (before, after) = ("", "");

        var ended = await GlassyProcess.InterruptAsync(
            _project.Root,
            until: "http://127.0.0.1:",
            async line =>
            {
                before = await client.GetStringAsync(line.Split(' ')[0], Token);
                _project.Write("p.csv", right);
                while (!(after = await client.GetStringAsync(line.Split(' ')[0], Token)).Contains(
                    "Right 100.00%", StringComparison.Ordinal))
                {
                    await Task.Delay(50, Token);
                }
            },
            "preview", "--port", "0");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.Contains("Right 66.67%", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_in_a_line_before_anything_is_trained()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var ended = await GlassyProcess.RunAsync(_project.Root, "preview", "--port", $"{port}");

        Assert.Equal(
            (1, $"error: port {port} is taken by another program on this machine; choose one by --port, or any free one by --port 0\n", ""),
            (ended.ExitCode, ended.Errors, ended.Output));
        Assert.Empty(_project.Files("data/runs", "*"));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("-1")]
    [InlineData("65536")]
    public async Task A_port_that_is_none_is_wrong_usage(string port)
    {
        var ended = await GlassyProcess.RunAsync(_project.Root, "preview", $"--port={port}");

        Assert.Equal((2, $"glassy: --port is '{port}', expected 0 to 65535\nTry: glassy --help\n"), (ended.ExitCode, ended.Errors));
    }

    [Fact]
    public async Task Mistakes_at_the_beginning_are_told_and_shown_and_the_preview_waits_for_their_end()
    {
        _project.Write("input/index.md", "---\nslug: /\n---\n<Nothing />\n");
        using var client = new HttpClient();
        var (waiting, mended) = ("", "");

        var ended = await GlassyProcess.InterruptAsync(
            _project.Root,
            until: "http://127.0.0.1:",
            async line =>
            {
                var address = line.Split(' ')[0];
                waiting = await (await client.GetAsync(address, Token)).Content.ReadAsStringAsync(Token);
                _project.Write("input/index.md", "---\nslug: /\n---\nMended.\n");
                for (var i = 0; i < 400 && !mended.Contains("Mended.", StringComparison.Ordinal); i++)
                {
                    await Task.Delay(50, Token);
                    mended = await (await client.GetAsync(address, Token)).Content.ReadAsStringAsync(Token);
                }
            },
            "preview", "--port", "0");

        Assert.Equal(0, ended.ExitCode);
        Assert.StartsWith("error: input/index.md:4:1: ", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("It appears here when a build has made it.", waiting, StringComparison.Ordinal);
        Assert.Contains("Mended.", mended, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
