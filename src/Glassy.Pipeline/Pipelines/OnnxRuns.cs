using System.Security.Cryptography;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Foreign;
using Glassy.Onnx;
using Glassy.Recipes;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>
/// The runs of recipes that name a model in ONNX's form: found by data, file and input, and made by evaluating it where they are missing.
/// </summary>
internal sealed class OnnxRuns(BuildSettings build, RunStore store)
{
    /// <summary>
    /// The runs that a recipe of this build asked for, and whether it made them: what another says of the same model is not recorded in
    /// turn.
    /// </summary>
    private readonly Dictionary<string, bool> _settled = [];

    /// <summary>Finds the run, and evaluates the model when it is not there, or says something else of it, and may be made now.</summary>
    /// <param name="recipe">One that names a model.</param>
    /// <param name="onnx">What it says of it.</param>
    /// <param name="found">The pictures; read only when the model is evaluated.</param>
    /// <param name="context">Receives what its author should know.</param>
    /// <returns>No run when it is not there and is not to be made now.</returns>
    /// <exception cref="DiagnosticException">The file is missing, no model, or not for these pictures.</exception>
    public async Task<(Run? Run, bool IsNew)> MakeAsync(Recipe recipe, OnnxRecipe onnx, FoundDataset found, IExecutionContext context)
    {
        var content = await ReadAsync(onnx, context.CancellationToken).ConfigureAwait(false);
        var id = IdOf(content, onnx, found);
        var recorded = store.FindSound(id);
        if (!IsWanted(recipe) || (recorded is not null && (_settled.ContainsKey(id) || IsSame(onnx, recorded))))
        {
            _settled.TryAdd(id, false);
            return (recorded, _settled[id]);
        }

        var dataset = await found.LoadAsync().ConfigureAwait(false);
        var read = await UserData.ReadAsync(() => Task.Run(
            () => Evaluate(content, onnx, dataset, context.CancellationToken), context.CancellationToken)).ConfigureAwait(false);
        read.Test.Warnings.ToList().ForEach(context.Report);
        _settled[id] = true;
        return (await new ForeignRuns(build, store).RecordAsync(recipe, id, read, found, context).ConfigureAwait(false), true);
    }

    /// <summary>The recorded run of a recipe, of which nothing is made; null when it is not recorded.</summary>
    /// <exception cref="DiagnosticException">The file is missing.</exception>
    public async Task<(string Id, Run? Run)> FindAsync(OnnxRecipe onnx, FoundDataset found, CancellationToken cancellationToken)
    {
        var id = IdOf(await ReadAsync(onnx, cancellationToken).ConfigureAwait(false), onnx, found);
        return (id, UserData.Read(() => store.Find(id)));
    }

    /// <summary>The file of a recorded run's model, which stays where the recipe has it: a run records its hash.</summary>
    /// <param name="run">A recorded run.</param>
    /// <param name="context">Told when the file is not there any more, or another.</param>
    /// <returns>Its content; null then, and for a run without such a model.</returns>
    public async Task<byte[]?> ContentOfAsync(Run run, IExecutionContext context)
    {
        if (run.Foreign is not { Onnx: { } onnx, File: var file })
        {
            return null;
        }

        var path = build.Project.Absolute(file);
        if (build.Project.WhyClosed(path) is null && File.Exists(path))
        {
            var content = await File.ReadAllBytesAsync(path, context.CancellationToken).ConfigureAwait(false);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) == onnx.Sha256)
            {
                return content;
            }
        }

        context.Report(Diagnostic.Warning(
            $"is not there any more, or not the model that run {run.Id} evaluated: what its answers depend on is not shown", file));
        return null;
    }

    /// <summary>Of several machines the first evaluates: it takes less than training, and all would record the same run.</summary>
    private bool IsWanted(Recipe recipe) => build.MayTrain && build.Shard is null or { Number: 1 }
        && (recipe.Set <= build.Runs || recipe.Label == build.Config.PrimaryRecipe.Label);

    private static bool IsSame(OnnxRecipe onnx, Run recorded) =>
        recorded.Foreign is { } foreign && foreign.File == onnx.Weights && (onnx.Framework is null || foreign.Framework == onnx.Framework);

    private string IdOf(byte[] content, OnnxRecipe onnx, FoundDataset found) => OnnxRunId.Of(
        Convert.ToHexStringLower(SHA256.HashData(content)),
        onnx,
        found.Info,
        UserData.Read(() => OnnxClasses.OrderIn(content, build.Project.Relative(onnx.Weights), found.Info.Classes)));

    private ReadRecipe Evaluate(byte[] content, OnnxRecipe onnx, ImageDataset dataset, CancellationToken cancellationToken)
    {
        var name = build.Project.Relative(onnx.Weights);
        using var model = OnnxModel.Open(content, name, onnx.Input, dataset.Test.Shape, dataset.Classes);
        var test = OnnxEvaluator.Evaluate(model, name, dataset.Test, onnx.Scores, build.Progress, cancellationToken);
        var hint = ChanceHint.Of(content, name, onnx.Input, model.Origin, dataset, test.Predictions, cancellationToken);
        var described = new ForeignRecipe(
            onnx.Weights)
        { Framework = onnx.Framework ?? model.Producer, Parameters = model.Info.Parameters, Seed = onnx.Seed };
        Diagnostic?[] warnings = [model.Order is { } order ? OnnxClasses.Note(order, name, dataset.Classes) : null, hint];
        return new ReadRecipe(
            described,
            test with { Warnings = [.. warnings.OfType<Diagnostic>()] },
            Validation: null,
            HeldOut: null,
            Epochs: [])
        { Onnx = model.Origin, Model = model.Info };
    }

    private async Task<byte[]> ReadAsync(OnnxRecipe onnx, CancellationToken cancellationToken)
    {
        var (name, path) = (build.Project.Relative(onnx.Weights), build.Project.Absolute(onnx.Weights));
        if (build.Project.WhyClosed(path) is { } reason)
        {
            throw new DiagnosticException(
                Diagnostic.Error($"`weights` is '{onnx.Weights}', but {reason}; copy the model into the project, and name it from there"));
        }

        if (!File.Exists(path))
        {
            throw new DiagnosticException(Diagnostic.Error(
                "there is no such file, expected a model in ONNX's form; name it by `weights` from the project's folder", name));
        }

        return new FileInfo(path).Length <= Array.MaxLength
            ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)
            : throw new DiagnosticException(
                Diagnostic.Error("is larger than 2 GB, which is the most that ONNX's form holds in one file", name));
    }
}
