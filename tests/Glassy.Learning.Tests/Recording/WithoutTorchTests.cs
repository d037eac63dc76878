using System.Diagnostics;
using Glassy.Charts;
using Glassy.Recording;
using Glassy.Runs;

namespace Glassy.Tests.Recording;

public sealed class WithoutTorchTests
{
    [Fact]
    public async Task Reading_a_run_and_drawing_its_charts_does_not_load_libtorch()
    {
        var test = $"{typeof(WithoutTorchTests).FullName}.{nameof(In_a_process_of_its_own)}";
        // a test program has a path
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", test, "--explicit", "only"])
        {
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start);
        Assert.NotNull(child);
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0 && output.Contains("succeeded: 1", StringComparison.Ordinal), output);
    }

    [Fact(Explicit = true)]
    public async Task In_a_process_of_its_own()
    {
        using var project = new TemporaryProject();
        var store = new RunStore(project.Folder);
        var id = RunId.Of(SampleRun.Make().OwnOptions, SampleRun.Dataset);
        var run = await store.RecordAsync(
            id, (place, token) => SampleRun.WriteAsync(SampleRun.Make(id), place, token), TestContext.Current.CancellationToken);
        _ = store.LoadPredictions(run);
        _ = store.LoadWeights(run);
        _ = ModelSummary.Render(run.OwnModel);
        _ = HostEnvironment.Describe();
        _ = ConfusionMatrixChart.Render("t", run.Dataset.Classes, run.Confusion);
        _ = LearningCurveChart.Render([.. run.Epochs.Select(epoch => epoch.ToPoint())], run.Epochs[^1].Epoch, 0.6, run.Metrics.Accuracy);

        var modules = Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => module.ModuleName).ToArray();
        Assert.Contains(modules, name => name.Contains("SkiaSharp", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(modules, name => name.Contains("libtorch", StringComparison.OrdinalIgnoreCase));
    }
}
