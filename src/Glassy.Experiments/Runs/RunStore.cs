using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glassy.Caching;
using Glassy.Datasets;
using Glassy.Datasets.Duplicates;
using Glassy.Execution;
using Glassy.Metrics;

namespace Glassy.Runs;

/// <summary>The recorded runs: <c>data/runs/&lt;id&gt;/</c>. Reading them does not load libtorch.</summary>
/// <param name="project">Whose they are; messages name files as seen from it.</param>
/// <param name="folder">The folder that holds theirs: absolute, or from the project.</param>
public sealed class RunStore(ProjectFolder project, string folder = "data/runs")
{
    private readonly string _root = project.Absolute(folder);

    /// <summary>Where a run is or will be: relative to the project, with <c>/</c>.</summary>
    public static string RelativeFolder(string id) => $"data/runs/{id}";

    /// <summary>Absolute path of one of a run's files; see <see cref="RunFiles"/>.</summary>
    public string FileOf(string id, string name) => Path.Combine(PlaceOf(id), name);

    /// <summary>The run of that id; null when it is not there or misses one of its files.</summary>
    /// <exception cref="InvalidDataException">It is there and damaged.</exception>
    public Run? Find(string id) => IsComplete(id) ? Load(id) : null;

    /// <summary>The run of that id; null when it is not there or damaged in any way (<see cref="DamageOf(string)"/>).</summary>
    public Run? FindSound(string id) => DamageOf(id) is null ? Find(id) : null;

    /// <summary>Whether there is a folder for the run, whatever is in it.</summary>
    public bool IsThere(string id) => Directory.Exists(PlaceOf(id));

    /// <summary>
    /// What is wrong with a run's folder: one line that names the file and the way out; null when it is sound or not there.
    /// </summary>
    /// <remarks>All files but the pictures are read: they must be whole and say the same.</remarks>
    public string? DamageOf(string id) => FindDamage(id) is { } damage ? $"{damage}{RecordFile.WayOut}" : null;

    /// <summary>The same, where it is known what makes the run again.</summary>
    /// <param name="id">The run's.</param>
    /// <param name="command">What makes it, such as <c>glassy train --runs full</c>; null where no recipe asks for the run.</param>
    public string? DamageOf(string id, string? command) => FindDamage(id) is { } damage ? $"{damage}{RecordFile.WayOutBy(command)}" : null;

    /// <summary>What is wrong with a run's folder, up to where the way out follows.</summary>
    private string? FindDamage(string id)
    {
        if (!IsThere(id))
        {
            return null;
        }

        try
        {
            var run = Load(id);
            IReadOnlyList<string> names = run.Foreign is null ? RunFiles.Required : RunFiles.Always;
            if (names.FirstOrDefault(name => !File.Exists(FileOf(id, name))) is { } absent)
            {
                return $"{project.Relative(FileOf(id, absent))}: is missing; ";
            }

            Check(run);
            return null;
        }
        catch (InvalidDataException damage)
        {
            var message = damage.Message;
            return message.EndsWith(RecordFile.WayOut, StringComparison.Ordinal) ? message[..^RecordFile.WayOut.Length] : $"{message}; ";
        }
    }

    /// <summary>All runs whose record can be read, the oldest first; <see cref="Damaged()"/> has the others.</summary>
    public IReadOnlyList<Run> List() =>
        [.. Ids.Select(Readable).OfType<Run>().OrderBy(run => run.CreatedAt).ThenBy(run => run.Id, StringComparer.Ordinal)];

    /// <summary>What is wrong with each damaged run, by its id.</summary>
    public IReadOnlyDictionary<string, string> Damaged() => DamagedBy(DamageOf);

    /// <summary>The same, where it is known what recipes ask for.</summary>
    /// <param name="commands">What makes each run that a recipe asks for, by its id.</param>
    public IReadOnlyDictionary<string, string> Damaged(IReadOnlyDictionary<string, string> commands) =>
        DamagedBy(id => DamageOf(id, commands.GetValueOrDefault(id)));

    private Dictionary<string, string> DamagedBy(Func<string, string?> damageOf) =>
        // not null by the line above
        Ids.Select(id => (Id: id, Damage: damageOf(id)))
            .Where(run => run.Damage is not null)
            .ToDictionary(run => run.Id, run => run.Damage!);

    /// <summary>The one run whose id begins so.</summary>
    /// <exception cref="InvalidDataException">There is none, or more than one; the message lists those that there are.</exception>
    public Run FindByBeginning(string beginning) =>
        List().Where(run => run.Id.StartsWith(beginning, StringComparison.Ordinal)).ToList() switch
        {
            [var one] => one,
            [] when Ids.FirstOrDefault(id => id.StartsWith(beginning, StringComparison.Ordinal)) is { } id && DamageOf(id) is { } damage =>
                throw new InvalidDataException(damage),
            [] => throw new InvalidDataException($"no recorded run begins with '{beginning}'; recorded: {Describe()}"),
            var several => throw new InvalidDataException(
                $"more than one run begins with '{beginning}': {string.Join(", ", several.Select(Describe))}"),
        };

    /// <summary>All complete runs in a line, for messages.</summary>
    public string Describe() => List() is [_, ..] runs ? string.Join(", ", runs.Select(Describe)) : "none";

    /// <summary>Reads <c>run.json</c>.</summary>
    /// <exception cref="InvalidDataException">It is missing or damaged; the message is one line that names the file.</exception>
    public Run Load(string id)
    {
        var name = project.Relative(FileOf(id, RunFiles.Json));
        var run = RunSerializer.Read(Bytes(id, RunFiles.Json), name);
        RunChecks.Check(run, name);
        return run.Id == id
            ? run
            : throw new InvalidDataException($"{name}: its id is '{run.Id}', expected '{id}' as its folder; has the folder been renamed?");
    }

    /// <summary>What the model says of every test picture, in test order.</summary>
    /// <exception cref="InvalidDataException">The file is missing, damaged or outdated, or is not the run's.</exception>
    public IReadOnlyList<Prediction> LoadPredictions(Run run)
    {
        var name = project.Relative(FileOf(run.Id, RunFiles.Predictions));
        var predictions = PredictionsFile.Read(Bytes(run.Id, RunFiles.Predictions), name);
        if (predictions.Count != run.Dataset.Test.Count)
        {
            throw new InvalidDataException(
                $"{name}: {predictions.Count} predictions, expected {run.Dataset.Test.Count} as in {RunFiles.Json}");
        }

        return RunChecks.Contradiction(run, predictions) is { } contradiction
            ? throw new InvalidDataException($"{name}: {contradiction}; has one been edited? {RecordFile.WayOut}")
            : predictions;
    }

    /// <summary>What the model says of every picture that was held out of training, in their order.</summary>
    /// <returns>Null when the run has no such file: it held out none, or was recorded before there was the file.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or of other pictures than those that the run held out.</exception>
    public IReadOnlyList<Prediction>? LoadValidation(Run run)
    {
        if (!File.Exists(FileOf(run.Id, RunFiles.Validation)))
        {
            return null;
        }

        var name = project.Relative(FileOf(run.Id, RunFiles.Validation));
        var predictions = PredictionsFile.Read(Bytes(run.Id, RunFiles.Validation), name);
        if (run.Options is null)
        {
            return predictions; // of which pictures, the record's own hash says
        }

        var held = ValidationSplit.PerClass(run.Dataset, run.Options.Validation);
        return predictions.All(prediction => prediction.LogProbabilities.Count == held.Count)
            && held.Select((count, label) => count == predictions.Count(prediction => prediction.Label == label)).All(same => same)
            ? predictions
            : throw new InvalidDataException(
                $"{name}: they are not of the {held.Sum()} pictures that {RunFiles.Json} held out; {RecordFile.WayOut}");
    }

    /// <summary>What is known of the test pictures besides their classes; none when nothing is.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of other pictures.</exception>
    public IReadOnlyList<PictureTrait> LoadAttributes(Run run)
    {
        var file = FileOf(run.Id, RunFiles.Attributes);
        return File.Exists(file)
            ? RunSerializer.ReadAttributes(File.ReadAllBytes(file), project.Relative(file), run.Dataset.Test.Count)
            : [];
    }

    /// <summary>
    /// Adds what the dataset says of the test pictures to a run that was trained here, or puts it in the place of what it said before.
    /// </summary>
    public Task RecordAttributesAsync(Run run, IReadOnlyList<PictureTrait> attributes, CancellationToken cancellationToken) =>
        attributes.Count > 0 || File.Exists(FileOf(run.Id, RunFiles.Attributes))
            ? KeepAsync(run, RunFiles.Attributes, RunSerializer.WriteAttributes(attributes), cancellationToken)
            : Task.CompletedTask;

    /// <summary>Which pictures of its dataset are there more than once; null when nobody has looked, or there are no pictures.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of other pictures.</exception>
    public DuplicateReport? LoadDuplicates(Run run)
    {
        var file = FileOf(run.Id, RunFiles.Duplicates);
        return File.Exists(file)
            ? RunSerializer.ReadDuplicates(File.ReadAllBytes(file), project.Relative(file), run.Dataset.Test.Count)
            : null;
    }

    /// <summary>Adds what is known of its dataset's pictures to a run, or puts it in the place of what was known before.</summary>
    public Task RecordDuplicatesAsync(Run run, DuplicateReport report, CancellationToken cancellationToken) =>
        KeepAsync(run, RunFiles.Duplicates, RunSerializer.WriteDuplicates(report), cancellationToken);

    /// <summary>Whether the run was recorded by a program that kept no log-probabilities; they can be had again from its weights.</summary>
    /// <exception cref="InvalidDataException">The file is missing.</exception>
    public bool HasOutdatedPredictions(Run run) => PredictionsFile.IsOutdated(Bytes(run.Id, RunFiles.Predictions));

    /// <summary>Puts predictions in the place of the run's own, by a rename: nobody reads half of them.</summary>
    public Task ReplacePredictionsAsync(Run run, IReadOnlyList<Prediction> predictions, CancellationToken cancellationToken) =>
        PutAsync(run, RunFiles.Predictions, PredictionsFile.Write(predictions, run.Dataset.Classes.Count), cancellationToken);

    /// <summary>
    /// SHA-256 (lower-case hex) of what a run says, predicts and weighs: who makes something of a run makes it anew when one of them
    /// changes.
    /// </summary>
    /// <exception cref="InvalidDataException">A file is missing.</exception>
    public string HashOf(Run run)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] others = run.Foreign is null
            ? [RunFiles.Weights]
            : File.Exists(FileOf(run.Id, RunFiles.Attributes)) ? [RunFiles.Attributes] : [];
        foreach (var file in others.Prepend(RunFiles.Predictions).Prepend(RunFiles.Json))
        {
            hash.AppendData(SHA256.HashData(Bytes(run.Id, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// SHA-256 of what it says of the test pictures, the same wherever it was trained to the same bits; 64 lower-case hex digits.
    /// </summary>
    /// <exception cref="InvalidDataException">Its predictions are missing.</exception>
    public string HashOfPredictions(Run run) => Convert.ToHexStringLower(SHA256.HashData(Bytes(run.Id, RunFiles.Predictions)));

    /// <exception cref="InvalidDataException">The file is missing or damaged.</exception>
    public ModelWeights LoadWeights(Run run) =>
        SafeTensors.Read(Bytes(run.Id, RunFiles.Weights), project.Relative(FileOf(run.Id, RunFiles.Weights)));

    /// <exception cref="InvalidDataException">The file is missing or has a line that is no log line.</exception>
    public IReadOnlyList<LogLine> LoadLog(Run run)
    {
        var name = project.Relative(FileOf(run.Id, RunFiles.Log));
        var lines = Encoding.UTF8.GetString(Bytes(run.Id, RunFiles.Log)).TrimEnd('\n').Split('\n');
        return [.. lines.Select((line, i) => LogLine.Parse(line, FormattableString.Invariant($"{name}:{i + 1}")))];
    }

    /// <summary>Records a run beside its place and renames it into it, so that a run is whole or not there.</summary>
    /// <remarks>When another process records the same run meanwhile, the one that is finished first stays.</remarks>
    /// <param name="id">The run's id.</param>
    /// <param name="writeAsync">Writes all files into the folder that it is given.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    /// <returns>The run that is now in the place.</returns>
    public async Task<Run> RecordAsync(
        string id, Func<string, CancellationToken, Task> writeAsync, CancellationToken cancellationToken)
    {
        using var unfinished = UnfinishedFolder.Beside(PlaceOf(id));
        await writeAsync(unfinished.Path, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (!unfinished.TryMoveTo(PlaceOf(id)) && DamageOf(id) is not null)
        {
            unfinished.MoveFilesTo(PlaceOf(id));
        }

        return Load(id);
    }

    /// <summary>Removes a run with all its files: it is whole or not there, too, when this is interrupted.</summary>
    public void Remove(string id)
    {
        var aside = Path.Combine(_root, $".{id}.{Guid.NewGuid():N}");
        Directory.Move(PlaceOf(id), aside);
        Directory.Delete(aside, recursive: true);
    }

    /// <summary>Removes what interrupted processes were recording; others that are recording now are left alone.</summary>
    public void Sweep() => UnfinishedFolder.Sweep(_root);

    /// <summary>Writes a file of a run unless it is there as it is.</summary>
    private async Task KeepAsync(Run run, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = FileOf(run.Id, name);
        var before = File.Exists(file) ? await File.ReadAllBytesAsync(file, cancellationToken) : [];
        if (!before.AsSpan().SequenceEqual(bytes))
        {
            await PutAsync(run, name, bytes, cancellationToken);
        }
    }

    private async Task PutAsync(Run run, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        using var unfinished = UnfinishedFolder.Beside(PlaceOf(run.Id));
        await File.WriteAllBytesAsync(Path.Combine(unfinished.Path, name), bytes, cancellationToken);
        unfinished.MoveFilesTo(PlaceOf(run.Id));
    }

    private IEnumerable<string> Ids => Directory.Exists(_root)
        ? Directory.EnumerateDirectories(_root)
            .Select(folder => Path.GetFileName(folder))
            .Where(id => !id.StartsWith('.'))
            .Order(StringComparer.Ordinal)
        : [];

    private Run? Readable(string id)
    {
        try
        {
            return Find(id);
        }
        catch (InvalidDataException)
        {
            return null; // who lists runs asks for the damaged ones besides
        }
    }

    private void Check(Run run)
    {
        if (!HasOutdatedPredictions(run)) // those are had again from the weights
        {
            LoadPredictions(run);
        }

        LoadValidation(run);
        LoadLog(run);
        if (run.Foreign is null)
        {
            LoadWeights(run);
        }
    }

    private static string Describe(Run run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Id} ({run.Dataset.Name}, {run.Metrics.Accuracy * 100:F2}%, {run.CreatedAt:yyyy-MM-dd})");

    private string PlaceOf(string id) => Path.Combine(_root, id);

    private bool IsComplete(string id) =>
        Has(id, RunFiles.Required) || (Has(id, RunFiles.Always) && Load(id).Foreign is not null); // only a run of our own has weights

    private bool Has(string id, IReadOnlyList<string> names) => names.All(name => File.Exists(FileOf(id, name)));

    private byte[] Bytes(string id, string name)
    {
        var file = FileOf(id, name);
        return RecordFile.Read(file, project.Relative(file));
    }
}
