using System.Text.Json;
using Glassy.Caching;

namespace Glassy.Training;

/// <summary>
/// Where a training leaves its state after each epoch, so that an interrupted one goes on from there, to the same bits. A damaged file
/// counts as none.
/// </summary>
/// <param name="path">Absolute path; one for each training, named by what decides it.</param>
public sealed class Checkpoint(string path)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new FloatsAsBytes() } };

    /// <summary>The state that was left; null when there is none.</summary>
    public TrainingState? Read() => SealedFile.Read(path) is { } text ? JsonSerializer.Deserialize<TrainingState>(text, Options) : null;

    /// <summary>Leaves a state in the place of the one before.</summary>
    public void Write(TrainingState state) => SealedFile.Write(path, JsonSerializer.Serialize(state, Options));

    /// <summary>Removes what was left: the training is done and recorded.</summary>
    public void Delete()
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }
}
