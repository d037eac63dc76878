using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

public sealed class TrainingRecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_is_loaded()
    {
        using var project = new TemporaryProject();
        var saved = Result();
        await TrainingRecord.SaveAsync(saved, project.Root, Token);
        var loaded = TrainingRecord.Load(project.Root);

        Assert.Equivalent(saved, loaded, strict: true);
        Assert.Equal(Normalization.Scale, loaded.Model.Options.Normalize);
    }

    [Fact]
    public async Task A_missing_file_and_a_damaged_one_are_named()
    {
        using var project = new TemporaryProject();
        var error = Assert.Throws<InvalidDataException>(() => TrainingRecord.Load(project.Root));
        Assert.Equal($"{project.PathOf("training.json")}: is missing; delete its folder and build again", error.Message);

        await TrainingRecord.SaveAsync(Result(), project.Root, Token);
        await File.WriteAllTextAsync(project.PathOf("weights.safetensors"), "damaged", Token);
        error = Assert.Throws<InvalidDataException>(() => TrainingRecord.Load(project.Root));
        Assert.StartsWith(project.PathOf("weights.safetensors"), error.Message, StringComparison.Ordinal);
    }

    private static TrainingResult Result()
    {
        var options = new TrainingOptions { Hidden = [], Normalize = Normalization.Scale };
        var weights = new ModelWeights([new WeightArray("dense.weight", [2, 1], [0.1f, -2]), new WeightArray("dense.bias", [2], [0, 1e-30f])]);
        return new TrainingResult(
            new TrainedModel(options, new ImageShape(1, 1, 1), 2, weights),
            new ModelInfo("mlp", [new ModelLayer("dense", "Dense", [2], 4)], 4, 4, 16),
            [new EpochMetrics(1, 0.5, 0.75, 0.6, 0.7, 1.25)],
            [new LogLine(DateTimeOffset.UnixEpoch, "Training with EPOCHS=1")],
            DateTimeOffset.UnixEpoch,
            1.5);
    }
}
