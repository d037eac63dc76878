using System.Diagnostics;
using Glassy.Pipelines;

namespace Glassy.Tests.Cli;

/// <summary>The program as somebody uses it who has trained elsewhere.</summary>
public sealed class ForeignProgramTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_new_project_with_a_file_of_predictions_gives_a_site_where_there_is_no_tensor_library()
    {
        var root = Path.Combine(_project.Root, "mine");
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root, "new", "mine")).ExitCode);
        _project.Write("mine/predictions.csv", Csv());
        _project.Write(
            "mine/glassy.yml", "dataset: ../flowers\nruns:\n  - { name: mine, predictions: predictions.csv }\nsite:\n  title: Mine\n");
        _project.Write("mine/input/errors.md", "# Errors\n\n<ErrorsExplorer />\n\n<DrawPad />\n\n<RunTable />\n");
        using var program = new ProgramWithoutTorch();

        var (exitCode, said) = await program.RunAsync(root, "build");

        Assert.True(exitCode == 0, said);
        Assert.Contains(
            "mine: Read 15 predictions from 'predictions.csv': answers alone, without probabilities", said, StringComparison.Ordinal);
        Assert.Contains("93.33%", _project.Read("mine/output/results/index.html"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(root, "output/errors/9/index.html")));

        File.WriteAllText(Path.Combine(root, "glassy.yml"), "dataset: ../flowers\nrun: {epochs: 1}\n");
        Assert.NotEqual(0, (await program.RunAsync(root, "build")).ExitCode); // training needs it, so that it really is not there
    }

    [Fact]
    public async Task Runs_of_another_program_are_listed_compared_and_gated()
    {
        _project.Write("a.csv", Csv());
        _project.Write("b.csv", Csv().Replace(",grass\n", ",rose\n", StringComparison.Ordinal));
        _project.Write("v.csv", "file,label,predicted\nx.png,rose,rose\ny.png,grass,rose\n");
        _project.Write("w.csv", "file,label,predicted\ny.png,grass,grass\nx.png,rose,rose\n");
        _project.Write(
            "glassy.yml",
            "dataset: flowers\nruns: [{name: a, predictions: a.csv, validation: v.csv}, {name: b, predictions: b.csv, validation: w.csv}]\n");
        _project.Write("input/index.md", "# A\n");
        Assert.Equal(0, (await GlassyProcess.RunAsync(_project.Root)).ExitCode);

        var listed = await GlassyProcess.RunAsync(_project.Root, "runs");
        Assert.Matches(@"(?m)^[0-9a-f]{16}  \S+   93.33%       read  a$", listed.Output);
        var held = await GlassyProcess.RunAsync(_project.Root, "compare", "a", "b");
        Assert.Equal((0, ""), (held.ExitCode, held.Errors));
        Assert.Contains("on        2 validation pictures of 'flowers', held out of training", held.Output, StringComparison.Ordinal);
        var gated = await GlassyProcess.RunAsync(_project.Root, "compare", "a", "b", "--on", "test", "--gate", "non-inferior=0.05");
        Assert.Equal(1, gated.ExitCode);
        Assert.Contains("4 broken, 0 repaired", gated.Output, StringComparison.Ordinal);
        var verified = await GlassyProcess.RunAsync(_project.Root, "verify", "a");
        Assert.Contains(
            "was trained by another program ('a.csv'): only a run that Glassy trained can be trained again",
            verified.Errors,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_in_ONNXs_form_gives_a_site_where_there_is_no_tensor_library()
    {
        _project.Write("net.onnx", SmallOnnx.MeanOfChannels(["n", 3, 6, 9], isChannelsLast: false, [[0, 0, 8], [0, 8, 0], [0, 1, 0]]));
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, model: onnx, weights: net.onnx}]\n");
        _project.Write("input/index.md", "# A\n\n<ErrorsExplorer />\n");
        using var program = new ProgramWithoutTorch(hasOnnx: true);

        var (exitCode, said) = await program.RunAsync(_project.Root, "build");

        Assert.True(exitCode == 0, said);
        Assert.Contains("net: Made 15 predictions by 'net.onnx': logits, recognised by the numbers", said, StringComparison.Ordinal);
        using var bare = new ProgramWithoutTorch();
        Assert.Equal(0, (await bare.RunAsync(_project.Root, "build")).ExitCode); // what is recorded is shown without asking the model
        _project.Write("input/index.md", "# B\n");
        Assert.Equal(0, (await bare.RunAsync(_project.Root, "render")).ExitCode);
        Assert.Equal(0, (await bare.RunAsync(_project.Root, "--help")).ExitCode);
    }

    /// <summary>All right but one: a grass is a rose.</summary>
    private static string Csv() => string.Concat(
        from name in ScratchProject.Classes
        from i in Enumerable.Range(0, ScratchProject.TestPerClass)
        select $"test/{name}/{i:D3}.png,{(name == "grass" && i == 4 ? "rose" : name)}\n").Insert(0, "file,predicted\n");

    /// <summary>
    /// The program with nothing in place of the tensor library, nor of ONNX Runtime unless it has that: whoever touches them fails.
    /// </summary>
    private sealed class ProgramWithoutTorch : IDisposable
    {
        private readonly TemporaryProject _folder = new();

        public ProgramWithoutTorch(bool hasOnnx = false)
        {
            var program = Path.GetDirectoryName(typeof(BuildSettings).Assembly.Location)!; // it lies in a folder
            foreach (var entry in new DirectoryInfo(program).EnumerateFileSystemInfos())
            {
                var place = _folder.PathOf(entry.Name);
                if (entry is DirectoryInfo)
                {
                    Directory.CreateSymbolicLink(place, entry.FullName);
                }
                else if (entry.Name.Contains("torch", StringComparison.OrdinalIgnoreCase)
                    || (!hasOnnx && entry.Name.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase))
                    || entry.Name.StartsWith("libc10", StringComparison.Ordinal))
                {
                    File.WriteAllBytes(place, []);
                }
                else if (entry.Name.StartsWith("glassy.", StringComparison.Ordinal))
                {
                    File.Copy(entry.FullName, place); // a link would lead the runtime back to the whole program
                }
                else
                {
                    File.CreateSymbolicLink(place, entry.FullName);
                }
            }
        }

        public async Task<(int ExitCode, string Said)> RunAsync(string root, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [_folder.PathOf("glassy.dll"), .. arguments])
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new InvalidOperationException("dotnet did not start");
            var token = TestContext.Current.CancellationToken;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
            await process.WaitForExitAsync(token);
            return (process.ExitCode, await output + await errors);
        }

        public void Dispose() => _folder.Dispose();
    }
}
