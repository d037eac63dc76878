using System.Text.Json;

namespace Glassy.Runs;

/// <summary>A training on disk (<c>training.json</c> and <c>weights.safetensors</c>), so that changed drawings need no new one.</summary>
public static class TrainingRecord
{
    private const string JsonFile = "training.json";

    /// <param name="result">What to keep.</param>
    /// <param name="folder">Absolute path of a folder that is there.</param>
    /// <param name="cancellationToken">Stops between the files.</param>
    public static async Task SaveAsync(TrainingResult result, string folder, CancellationToken cancellationToken)
    {
        var model = result.Model;
        var json = new TrainingJson(
            model.Options, model.Shape, model.Classes, result.Info, result.Epochs, result.Log, result.StartedAt, result.Seconds);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json, RunJson.Default.TrainingJson);
        await File.WriteAllBytesAsync(Path.Combine(folder, JsonFile), bytes, cancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, RunFiles.Weights), WeightsBytes(model), cancellationToken);
    }

    /// <summary>The weights as a file, with what is needed to use them in its metadata.</summary>
    public static byte[] WeightsBytes(TrainedModel model) => SafeTensors.Write(model.Weights, new Dictionary<string, string>
    {
        ["format"] = "pt",
        ["model"] = model.Options.Model,
        ["normalize"] = JsonNamingPolicy.KebabCaseLower.ConvertName(model.Options.Normalize.ToString()),
        ["shape"] = FormattableString.Invariant($"{model.Shape.Height}x{model.Shape.Width}x{model.Shape.Channels}"),
    });

    /// <param name="folder">Absolute path.</param>
    /// <exception cref="InvalidDataException">A file is missing or damaged; the message is one line that names it.</exception>
    public static TrainingResult Load(string folder)
    {
        var file = Path.Combine(folder, JsonFile);
        var json = RecordFile.ParseJson(RecordFile.Read(file, file), RunJson.Default.TrainingJson, file);
        var weightsFile = Path.Combine(folder, RunFiles.Weights);
        var weights = SafeTensors.Read(RecordFile.Read(weightsFile, weightsFile), weightsFile);
        var model = new TrainedModel(json.Options, json.Shape, json.Classes, weights);
        return new TrainingResult(model, json.Info, json.Epochs, json.Log, json.StartedAt, json.Seconds);
    }
}
