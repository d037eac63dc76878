using Glassy.Datasets.Files;
using Glassy.Diagnostics;
using Glassy.Pipelines;

namespace Glassy.Tests.Pipelines;

public sealed class DatasetPipelineTests
{
    [Fact]
    public async Task The_chosen_dataset_is_known_by_its_counts_and_read_when_somebody_asks()
    {
        using var project = new PipelineProject();

        var result = await PipelineProject.RunAsync(new DatasetPipeline(project.Build));

        var found = result.Of<FoundDataset>()!; // there was no mistake
        Assert.Equal(("flowers", 36, 15), (found.Info.Name, found.Info.Train.Count, found.Info.Test.Count));
        Assert.Equal(36, (await found.LoadAsync()).Train.Count);
    }

    [Fact]
    public async Task A_recorded_run_does_not_take_other_pictures_for_its_own()
    {
        using var project = new PipelineProject();
        var run = await project.RecordForeignRunAsync();

        var result = await PipelineProject.RunAsync(new DatasetPipeline(project.Build with { RunId = run.Id }));

        var found = result.Of<FoundDataset>()!; // its counts are those that the run recorded
        Assert.Equivalent(run.Dataset, found.Info, strict: true);
        var mistake = await Assert.ThrowsAsync<DiagnosticException>(found.LoadAsync);
        Assert.Equal(
            $"run {run.Id} was made on other pictures than those of 'flowers'; say which by --dataset (the run's was called 'tiny')",
            Assert.Single(mistake.Diagnostics).Message);
    }

    [Fact]
    public async Task After_a_failed_download_the_next_build_does_not_wait_for_another()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("GLASSY_DATASETS") is { Length: > 0 }, "MNIST may be found without a download");
        using var project = new PipelineProject("dataset: auto\n");
        new DownloadMemory(Path.Combine(project.Build.CacheFolder, "mnist-unreachable"), TimeProvider.System).Remember();

        var result = await PipelineProject.RunAsync(new DatasetPipeline(project.Build));

        Assert.Equal("digits", result.Of<FoundDataset>()?.Info.Name);
        Assert.Contains("The download is tried again after", Assert.Single(project.Said), StringComparison.Ordinal);
    }
}
