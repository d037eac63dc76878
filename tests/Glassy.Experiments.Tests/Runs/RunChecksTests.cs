using Glassy.Runs;

namespace Glassy.Tests.Runs;

/// <summary>A record that contradicts itself is refused, whichever of its numbers is the false one.</summary>
public sealed class RunChecksTests : IDisposable
{
    private static readonly Run Sound = SampleRun.Make();

    private readonly TemporaryProject _temporary = new();

    public static TheoryData<Run, string> Contradictions => new()
    {
        { Sound with { Confusion = [[1, 0], [1, 1], [0, 0]] }, "confusion is not 2×2" },
        { Sound with { Confusion = [[1, 0], [2]] }, "confusion is not 2×2" },
        { Sound with { PerClass = [Sound.PerClass[0]] }, "perClass has 1 entries for 2 classes" },
        { Sound with { Confusion = [[1, 1], [0, 1]] }, "the rows of confusion do not add up to the test pictures of each class" },
        { Sound with { Confusion = [[0, 1], [1, 1]] }, "the diagonal of confusion is not metrics.correct (2)" },
        { Sound with { Metrics = Sound.Metrics with { Wrong = 2 } }, "metrics.correct and metrics.wrong are not all test pictures" },
        { Sound with { Metrics = Sound.Metrics with { Accuracy = 0.75 } }, "metrics.accuracy is 0.75, but 2 of 3 are right" },
        { WithAccuracy((2 / 3.0) + 2e-9), "metrics.accuracy is 0.6666666686666667, but 2 of 3 are right" },
        { WithAccuracy((2 / 3.0) - 2e-9), "metrics.accuracy is 0.6666666646666666, but 2 of 3 are right" },
    };

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public async Task A_record_that_contradicts_itself_is_refused(Run run, string mistake)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => RecordAsync(run));
        Assert.Equal(
            $"data/runs/{run.Id}/run.json: {mistake}; has it been edited? `glassy train` makes it again, or `glassy runs prune` removes it",
            error.Message);
    }

    [Theory]
    [InlineData(5e-10)]
    [InlineData(-5e-10)]
    public async Task An_accuracy_that_is_only_rounded_is_accepted(double rounding) =>
        Assert.Equal((2 / 3.0) + rounding, (await RecordAsync(WithAccuracy((2 / 3.0) + rounding))).Metrics.Accuracy);

    private static Run WithAccuracy(double accuracy) => Sound with { Metrics = Sound.Metrics with { Accuracy = accuracy } };

    private Task<Run> RecordAsync(Run run) => new RunStore(_temporary.Folder)
        .RecordAsync(run.Id, (folder, token) => SampleRun.WriteAsync(run, folder, token), TestContext.Current.CancellationToken);
}
