using System.Text.Json;
using System.Text.RegularExpressions;

namespace Glassy.Tests.Cli;

/// <summary>A run of our own leaves as ONNX, and comes back as a recipe.</summary>
[Collection(TorchTests.Name)]
public sealed class ExportVerbTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public ExportVerbTests() => _project.Write("glassy.yml", "dataset: flowers\nrun: { epochs: 2, hidden: [4] }\n");

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_run_that_is_exported_answers_the_same_as_a_recipe()
    {
        var trained = await GlassyProcess.RunAsync(_project.Root, "train");
        var id = Regex.Match(trained.Output, @"run\s+([0-9a-f]{16})").Groups[1].Value;
        var file = Path.Combine(_project.Root, "net.onnx");

        var exported = await GlassyProcess.RunAsync(_project.Root, "export", id[..6], "--onnx", "-o", file);

        Assert.Equal((0, ""), (exported.ExitCode, exported.Errors));
        Assert.Contains($"mlp of run {id}, ", exported.Output, StringComparison.Ordinal);
        _project.Write(
            "glassy.yml", "dataset: flowers\nruns: [{name: own, hidden: [4], epochs: 2}, {name: net, model: onnx, weights: net.onnx}]\n");
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root, "train")).ExitCode);
        var compared = await GlassyProcess.RunAsync(_project.Root, "compare", "own", "net", "--on", "test");
        Assert.Contains("0 broken, 0 repaired", compared.Output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^[0-9a-f]{16}  .*  net$", (await GlassyProcess.RunAsync(_project.Root, "runs")).Output);

        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, model: onnx, weights: net.onnx}]\n");
        _project.Write("input/index.md", "# A\n\n<RunDetails />\n\n<LearningCurve />\n\n<FirstLayerWeights />\n");
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root, "render")).ExitCode);
        var page = _project.Read("output/index.html");
        Assert.Contains($"Glassy trained it as run {id}, and exported it.", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, $"The model of this run was exported from run {id} of Glassy, which has what is not here."));
        Assert.DoesNotContain("nother program", page, StringComparison.Ordinal);
        var results = JsonDocument.Parse(_project.Read("output/results.json")).RootElement;
        Assert.Empty(SchemaCheck.Mistakes(JsonDocument.Parse(_project.Read("output/results.schema.json")).RootElement, results));
        Assert.Equal(id, results.GetProperty("run").GetProperty("foreign").GetProperty("onnx").GetProperty("run").GetString());
        Assert.Contains(
            $"Glassy trained it as run `{id}`, and exported it; Glassy has evaluated it (`net.onnx`)",
            _project.Read("output/model-card.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_exported_says_why()
    {
        _project.Write("net.onnx", SmallOnnx.MeanOfChannels(["n", 3, 6, 9], isChannelsLast: false, [[0, 0, 8], [0, 8, 0], [8, 0, 0]]));
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, model: onnx, weights: net.onnx}]\n");
        _project.Write("input/index.md", "# A\n");
        var missing = await GlassyProcess.RunAsync(_project.Root, "render");
        Assert.Contains(
            "the model of the recipe 'net' is not evaluated on these data yet; `glassy train` does it",
            missing.Errors,
            StringComparison.Ordinal);
        Assert.Contains("not made yet", (await GlassyProcess.RunAsync(_project.Root, "runs")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root, "train")).ExitCode);

        var foreign = await GlassyProcess.RunAsync(_project.Root, "export", "net", "--onnx");
        var formless = await GlassyProcess.RunAsync(_project.Root, "export", "net");

        Assert.Equal((1, 2), (foreign.ExitCode, formless.ExitCode));
        Assert.Contains(
            "was trained by another program ('net.onnx'): only a run that Glassy trained can be exported",
            foreign.Errors,
            StringComparison.Ordinal);
        Assert.Contains("say the form to export to: --onnx", formless.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_whose_model_is_gone_is_still_shown_and_says_what_is_not()
    {
        _project.Write("net.onnx", SmallOnnx.MeanOfChannels(["n", 3, 6, 9], isChannelsLast: false, [[0, 0, 8], [0, 8, 0], [0, 1, 0]]));
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, model: onnx, weights: net.onnx}]\n");
        _project.Write("input/index.md", "# A\n\n<ErrorsExplorer />\n");
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root, "train")).ExitCode);
        var id = Path.GetFileName(Path.GetDirectoryName(Assert.Single(_project.Files("data/runs", "run.json")))!);
        File.Delete(Path.Combine(_project.Root, "net.onnx"));

        var rendered = await GlassyProcess.RunAsync(_project.Root, "render", "--run", id);

        Assert.Equal(0, rendered.ExitCode);
        Assert.Contains(
            $"net.onnx: is not there any more, or not the model that run {id} evaluated: what its answers depend on is not shown",
            rendered.Errors,
            StringComparison.Ordinal);
        Assert.Contains(
            "What its answer depends on was not looked for here", _project.Read("output/10/index.html"), StringComparison.Ordinal);
    }
}
