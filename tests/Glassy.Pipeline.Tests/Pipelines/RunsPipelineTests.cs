using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Pipelines;

namespace Glassy.Tests.Pipelines;

[Collection(TorchTests.Name)]
public sealed class RunsPipelineTests
{
    [Fact]
    public async Task A_run_is_trained_once_and_then_found_with_the_figures_of_its_predictions()
    {
        using var project = new PipelineProject();

        var first = (await RunAsync(project)).Of<FoundRun>()!; // no mistake kept it from being made
        var second = (await RunAsync(project)).Of<FoundRun>()!;

        Assert.Equal((true, false), (first.IsNew, second.IsNew));
        Assert.Equal(first.Run.Id, second.Run.Id);
        Assert.Equal(15, first.Results.Predictions.Count);
        Assert.Equal(first.Run.Metrics.Correct, first.Results.Predictions.Count(prediction => prediction.IsCorrect));
    }

    [Fact]
    public async Task What_is_there_twice_is_found_once_and_known_of_the_run_without_its_pictures()
    {
        using var project = new PipelineProject();
        var first = (await RunAsync(project)).Of<FoundRun>()!; // no mistake kept it from being made
        var kept = project.Build.Project.Absolute($"data/runs/{first.Run.Id}/duplicates.json");
        var (said, entries) = (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken), Entries());

        File.Delete(kept);
        var second = (await RunAsync(project)).Of<FoundRun>()!; // likewise
        Assert.Equal(said, await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken));
        Assert.Equal(entries, Entries());
        Directory.Delete(project.Build.Project.Absolute("flowers"), recursive: true);
        Directory.Delete(project.Build.CacheFolder, recursive: true);
        var byId = project.Build with { RunId = first.Run.Id };
        // likewise
        var third = (await PipelineProject.RunAsync(
            new DatasetPipeline(byId), new TrainingPipeline(byId), new RunsPipeline(byId))).Of<FoundRun>()!;

        Assert.All([first, second, third], found => Assert.Equal((15, 0), (found.Results.Leaks!.Leaked, found.Results.Leaks.Unseen.Total)));

        IReadOnlyList<(string, DateTime)> Entries() =>
            [.. Directory.GetFiles(Path.Combine(project.Build.CacheFolder, "duplicates"), "*", SearchOption.AllDirectories)
                .Select(file => (file, File.GetLastWriteTimeUtc(file)))];
    }

    [Fact]
    public async Task Other_columns_of_a_table_of_labels_are_known_of_the_run_without_its_pictures()
    {
        using var project = new PipelineProject("dataset: { path: flowers, labels: labels.csv }\nrun:\n  epochs: 1\n  hidden: [4]\n");
        project.Write(
            "labels.csv",
            "file,label,split,device\ntrain/rose/000.png,rose,train,x\ntrain/grass/001.png,grass,train,y\ntrain/rose/005.png,rose,test,y\ntrain/grass/006.png,grass,test,z\n");
        var first = (await RunAsync(project)).Of<FoundRun>()!; // no mistake kept it from being made

        var second = (await RunAsync(project)).Of<FoundRun>()!; // likewise
        Directory.Delete(project.Build.Project.Absolute("flowers"), recursive: true);
        var byId = project.Build with { RunId = first.Run.Id };
        // likewise
        var third = (await PipelineProject.RunAsync(
            new DatasetPipeline(byId), new TrainingPipeline(byId), new RunsPipeline(byId))).Of<FoundRun>()!;

        Assert.All([first, second, third], found => Assert.Equal(
            ("device", "z y"), (Assert.Single(found.Results.Traits).Name, string.Join(' ', found.Results.Traits[0].Values))));
    }

    [Fact]
    public async Task A_run_that_may_not_be_trained_is_asked_for()
    {
        using var project = new PipelineProject();
        var build = project.Build with { MayTrain = false };

        var result = await PipelineProject.RunAsync(new DatasetPipeline(build), new TrainingPipeline(build), new RunsPipeline(build));

        Assert.Matches(
            @"^no run is recorded for these options and data \([0-9a-f]{16}\); `glassy train` makes it",
            Assert.Single(result.Diagnostics).Message);
    }

    [Fact]
    public async Task A_drawing_of_no_class_is_left_out_and_said_to_be()
    {
        using var project = new PipelineProject();
        project.Write("data/test/zebra-1.png", Drawing());
        project.Write("data/test/rose-1.png", Drawing());

        var result = await RunAsync(project);

        Assert.Equal(
            "data/test: left out, because their names begin with no class of 'flowers': zebra-1.png",
            Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Warning).ToString());
        Assert.Equal(1, result.Of<FoundRun>()?.Results.Custom?.Count);
    }

    [Fact]
    public async Task Classes_that_the_charts_font_cannot_write_are_said_to_be_boxes()
    {
        using var project = new PipelineProject();
        project.RenameClass("rose", "花");

        var result = await RunAsync(project);

        Assert.Equal(
            "the charts' font (DejaVu Sans) has no letters for the classes 花: the PNG of the confusion matrix shows boxes; the page's own matrix does not",
            Assert.Single(result.Diagnostics, diagnostic => diagnostic.Severity == Severity.Warning).Message);
    }

    private static Task<ExecutionResult> RunAsync(PipelineProject project) =>
        PipelineProject.RunAsync(new DatasetPipeline(project.Build), new TrainingPipeline(project.Build), new RunsPipeline(project.Build));

    /// <summary>A dark line on bright paper.</summary>
    private static byte[] Drawing()
    {
        var pixels = Enumerable.Repeat((byte)250, 20 * 30).ToArray();
        Enumerable.Range(5, 20).ToList().ForEach(row => pixels[(row * 20) + 10] = 5);
        return Png.Encode(pixels, new ImageShape(30, 20, 1));
    }
}
