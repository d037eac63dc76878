using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Glassy.Evaluation;
using Glassy.Imaging;
using Glassy.Progress;
using Glassy.Runs;
using Glassy.Training;

namespace Glassy.Tests.Arithmetic;

/// <summary>The same recipe under every instruction set that the runtime and the tensor library can be told to use.</summary>
[Collection(TorchTests.Name)]
public sealed class SameBitsTests
{
    private const string Place = "GLASSY_TEST_BITS";

    /// <summary>Without one, as the processor has it; then ever older processors.</summary>
    private static readonly (string Name, string Value)[][] Environments =
    [
        [],
        [("ATEN_CPU_CAPABILITY", "avx2"), ("DOTNET_EnableAVX512", "0")],
        [("ATEN_CPU_CAPABILITY", "default"), ("MKL_CBWR", "COMPATIBLE"), ("ONEDNN_MAX_CPU_ISA", "SSE41"), ("DOTNET_EnableAVX512", "0")],
        [("ATEN_CPU_CAPABILITY", "default"), ("MKL_CBWR", "COMPATIBLE"), ("ONEDNN_MAX_CPU_ISA", "SSE41"), ("DOTNET_EnableAVX2", "0")],
    ];

    [Fact]
    public async Task Weights_and_predictions_have_the_same_bits_on_every_processor()
    {
        var bits = new List<string>();
        foreach (var environment in Environments)
        {
            bits.Add(await BitsUnderAsync(environment));
        }

        Assert.All(bits, found => Assert.Equal(bits[0], found));
        Assert.Equal(2, bits[0].Split(' ').Distinct().Count()); // one for each model
    }

    [Fact(Explicit = true)]
    public void In_a_process_of_its_own() =>
        File.WriteAllText(Environment.GetEnvironmentVariable(Place)!, $"{BitsOf("mlp")} {BitsOf("cnn")}"); // who starts it says where

    private static async Task<string> BitsUnderAsync((string Name, string Value)[] environment)
    {
        var test = $"{typeof(SameBitsTests).FullName}.{nameof(In_a_process_of_its_own)}";
        // a test program has a path
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", test, "--explicit", "only"])
        {
            RedirectStandardOutput = true,
        };
        using var project = new TemporaryProject();
        start.Environment[Place] = project.PathOf("bits");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start);
        Assert.NotNull(child);
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0 && File.Exists(project.PathOf("bits")), output);
        return File.ReadAllText(project.PathOf("bits"));
    }

    /// <summary>SHA-256 of what a small model of all kinds of options weighs and says.</summary>
    private static string BitsOf(string model)
    {
        var dataset = SmallDatasets.Make(new ImageShape(8, 8, 1), classes: 3, trainPerClass: 20, testPerClass: 5);
        var options = new TrainingOptions
        {
            Model = model,
            Hidden = [9],
            Channels = [5],
            Epochs = 2,
            BatchSize = 13,
            Validation = 0.1,
            Dropout = 0.2,
            LabelSmoothing = 0.1,
            WeightDecay = 0.01,
            ClassWeights = ClassWeighting.Balanced,
            Schedule = LearningSchedule.OneCycle,
            Augment = "shift 1 + rotate 10 + scale 0.1 + elastic 1",
        };
        var trained = new Trainer(TimeProvider.System).Train(dataset, options, NoProgress.Instance, CancellationToken.None).Model;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var array in trained.Weights.Arrays)
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>(array.Values));
        }

        foreach (var prediction in Evaluator.Evaluate(trained, dataset.Test, CancellationToken.None).Predictions)
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>([.. prediction.LogProbabilities]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
