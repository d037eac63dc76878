using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Glassy.Datasets;
using Glassy.Models;
using Glassy.Runs;

namespace Glassy.Recording;

/// <summary>Names runs and trainings by what decides them, so that the same one is found again. Does not load libtorch.</summary>
public static class RunId
{
    /// <summary>To be raised when the training gives other weights for the same options and data.</summary>
    private const int TrainingRecipe = 2;

    /// <summary>To be raised when a run holds other things for the same training.</summary>
    private const int RunRecipe = 2;

    private const int Length = 16;

    /// <summary>
    /// The keys of the first recipe, in the order in which they are hashed. One that came later counts only where it is not at its default:
    /// there the recipe says what it said before there was the key, and gives the same weights.
    /// </summary>
    private static readonly string[] FirstKeys = ["model", "hidden", "epochs", "batchSize", "learningRate", "normalize", "seed", "threads"];

    /// <summary>The key of a training: options, data, recipe, version of the tensor library.</summary>
    /// <returns>64 lower-case hex digits.</returns>
    public static string OfTraining(TrainingOptions options, DatasetInfo dataset)
    {
        var identity = new TrainingIdentity(TrainingRecipe, TensorLibrary.Version, WhatCounts(options), dataset.Sha256);
        return Hash(identity, RunJson.Default.TrainingIdentity);
    }

    /// <summary>The id of a run: its training and the dataset's name.</summary>
    /// <param name="options">The recipe.</param>
    /// <param name="dataset">What is learned.</param>
    /// <returns>16 lower-case hex digits.</returns>
    public static string Of(TrainingOptions options, DatasetInfo dataset)
    {
        var identity = new RunIdentity(RunRecipe, Run.CurrentSchemaVersion, OfTraining(options, dataset), dataset.Name);
        return Hash(identity, RunJson.Default.RunIdentity)[..Length];
    }

    /// <summary>The first keys, then, of those that came later, what is not at its default.</summary>
    private static JsonObject WhatCounts(TrainingOptions options)
    {
        var (given, usual) = (AsJson(options), AsJson(new TrainingOptions()));
        var later = given.Where(key => !FirstKeys.Contains(key.Key) && !JsonNode.DeepEquals(key.Value, usual[key.Key]));
        return new JsonObject(FirstKeys.Select(key => KeyValuePair.Create(key, given[key])).Concat(later)
            .Select(key => KeyValuePair.Create(key.Key, key.Value?.DeepClone())));
    }

    private static JsonObject AsJson(TrainingOptions options) =>
        JsonSerializer.SerializeToNode(options, RunJson.Default.TrainingOptions)!.AsObject(); // a record is an object

    private static string Hash<T>(T identity, JsonTypeInfo<T> type) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(identity, type)));
}
