using Glassy.Imaging;
using Glassy.Models;
using Glassy.Recording;
using Glassy.Runs;
using TorchSharp;

namespace Glassy.Training;

/// <summary>How far a training has come, whoever began it: its epochs, log and time.</summary>
internal sealed class TrainingCourse
{
    private readonly TimeProvider _time;
    private readonly TrainingOptions _options;
    private readonly RunLog _log;
    private readonly List<EpochMetrics> _epochs;
    private readonly DateTimeOffset _startedAt;
    private readonly double _secondsBefore;
    private readonly long _started;
    private ModelWeights? _kept;

    private TrainingCourse(TimeProvider time, TrainingOptions options, TrainingState? earlier)
    {
        (_time, _options, _started) = (time, options, time.GetTimestamp());
        _log = new RunLog(time, earlier?.Log ?? []);
        _epochs = [.. earlier?.Epochs ?? []];
        _startedAt = earlier?.StartedAt ?? time.GetUtcNow();
        _secondsBefore = earlier?.Seconds ?? 0;
        _kept = earlier?.Kept;
    }

    /// <summary>Those that are done.</summary>
    public IReadOnlyList<EpochMetrics> Epochs => _epochs;

    /// <summary>Whether no epoch follows.</summary>
    public bool IsOver => _epochs.Count == _options.Epochs || EarlyStopping.IsOver(_options, _epochs);

    private double Seconds => _secondsBefore + _time.GetElapsedTime(_started).TotalSeconds;

    /// <summary>
    /// Begins a training, or goes on with an interrupted one: then network, optimiser and random numbers are put where it left them.
    /// </summary>
    public static TrainingCourse Begin(
        TimeProvider time, TrainingOptions options, TrainingState? earlier, Network network, Adam adam, torch.Generator generator)
    {
        var course = new TrainingCourse(time, options, earlier);
        if (earlier is null)
        {
            course._log.TrainingStarted(options.Epochs);
            return course;
        }

        network.Import(earlier.Weights);
        adam.Restore(earlier.Adam);
        using var state = torch.tensor(earlier.Generator);
        generator.set_state(state);
        return course;
    }

    /// <summary>Notes an epoch, and keeps its weights where a better one is waited for.</summary>
    public void Add(EpochMetrics epoch, Network network)
    {
        _epochs.Add(epoch);
        if (_options.Patience is not null && EarlyStopping.KeptEpoch(_options, _epochs) == epoch.Epoch)
        {
            _kept = network.Export();
        }
    }

    public TrainingState StateOf(Network network, Adam adam, torch.Generator generator)
    {
        using var state = generator.get_state();
        return new TrainingState(
            network.Export(), adam.Save(), state.bytes.ToArray(), [.. _epochs], [.. _log.Lines], _startedAt, Seconds, _kept);
    }

    /// <summary>Ends with the weights that are kept: the last, or with patience those of the best epoch.</summary>
    public TrainingResult End(ImageShape shape, int classes, Network network)
    {
        var kept = EarlyStopping.KeptEpoch(_options, _epochs);
        _log.TrainingFinished(_epochs.Count);
        if (_options.Patience is { } patience)
        {
            _log.WeightsKept(_epochs[kept - 1], _epochs.Count < _options.Epochs ? patience : null);
        }

        var model = new TrainedModel(_options, shape, classes, _kept ?? network.Export());
        return new TrainingResult(model, network.Describe(), _epochs, _log.Lines, _startedAt, Seconds);
    }
}
