using System.Text.Json;

namespace Glassy.Tests.Cli;

/// <summary>Checks of a run, and of a site's figures, as the program does them.</summary>
[Collection(TorchTests.Name)]
public sealed class ChecksTests : IDisposable
{
    private const string Config = "dataset: flowers\nrun: { epochs: 1, hidden: [4] }\n";

    private readonly ScratchProject _project = new();

    public ChecksTests()
    {
        _project.Write("glassy.yml", Config);
        _project.Write(
            "input/index.md",
            "# Home\n\n<Figures />\n\n<ClassReport />\n\n<ConfusionMatrix errors=\"./index.md\" />\n\n<ErrorsExplorer />\n");
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Failed_checks_are_a_line_each_and_end_a_strict_build_with_1_until_they_are_explained()
    {
        var usual = await GlassyProcess.RunAsync(_project.Root, "build");
        var strict = await GlassyProcess.RunAsync(_project.Root, "render", "--strict", "--verbosity", "quiet");

        Assert.Equal((0, 1), (usual.ExitCode, strict.ExitCode));
        Assert.Contains(
            "check     GL007 failed, expected: More than one seed was trained. Found: Runs of this recipe that differ by their seed alone: 1.",
            usual.Output,
            StringComparison.Ordinal);
        Assert.Contains("GL007 failed", strict.Errors, StringComparison.Ordinal);
        Assert.Contains("id=\"GL007\"", _project.Read("output/methods-and-checks/index.html"), StringComparison.Ordinal);

        var failed = Codes("failed");
        _project.Write(
            "glassy.yml", $"{Config}checks:\n  mute:\n{string.Concat(failed.Select(code => $"    {code}: a garden is small\n"))}");
        var muted = await GlassyProcess.RunAsync(_project.Root, "render", "--strict");

        Assert.Equal((0, ""), (muted.ExitCode, muted.Errors));
        Assert.Equal(failed, Codes("muted"));
        Assert.Contains("a garden is small", _project.Read("output/methods-and-checks/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figures_of_a_site_follow_from_its_predictions_until_a_digit_or_a_byte_is_changed()
    {
        await GlassyProcess.RunAsync(_project.Root, "build", "--verbosity", "quiet");

        var sound = await GlassyProcess.RunAsync(_project.Root, "verify", "--site", "output");
        Assert.Equal((0, ""), (sound.ExitCode, sound.Errors));
        Assert.Matches(
            @"^\d+ pages: \d{2,} figures agree with the published predictions, 0 do not, \d+ do not follow from them\n$", sound.Output);

        var page = _project.Read("output/index.html");
        const string Mark = "data-figure=\"accuracy.value\">";
        var place = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        _project.Write("output/index.html", page[..place] + (page[place] == '1' ? '2' : '1') + page[(place + 1)..]);
        var changed = await GlassyProcess.RunAsync(_project.Root, "verify", "--site", "output");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("error: output/index.html: accuracy.value is '", changed.Errors, StringComparison.Ordinal);

        _project.Write("output/index.html", page);
        var file = Path.Combine(_project.Root, "output", "predictions-packed.bin");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var other = await GlassyProcess.RunAsync(_project.Root, "verify", "--site", "output");
        Assert.Equal(1, other.ExitCode);
        Assert.Contains("results.json names another SHA-256", other.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_and_a_site_at_once_and_neither_are_wrong_usage()
    {
        var neither = await GlassyProcess.RunAsync(_project.Root, "verify");
        var both = await GlassyProcess.RunAsync(_project.Root, "verify", "abc", "--site", "output");

        Assert.Equal((2, 2), (neither.ExitCode, both.ExitCode));
    }

    private List<string> Codes(string state)
    {
        using var results = JsonDocument.Parse(_project.Read("output/results.json"));
        return
        [
            .. results.RootElement.GetProperty("checks").EnumerateArray()
                // each has one
                .Where(check => check.GetProperty("state").GetString() == state).Select(check => check.GetProperty("code").GetString()!),
        ];
    }
}
