using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Metrics;
using Glassy.Onnx;
using Glassy.Runs;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>What decided the run, and where and when it was made: <c>&lt;RunDetails /&gt;</c>.</summary>
public sealed class RunDetails() : Component<NoAttributes>("RunDetails")
{
    private const string Section = "run.";

    /// <param name="Id">The run's.</param>
    /// <param name="CreatedAt">When it was recorded, UTC.</param>
    /// <param name="Commit">The project's git commit then; null outside a git checkout.</param>
    /// <param name="Training">Wall-clock seconds of its training; null when another program trained.</param>
    /// <param name="Environment">Where it was made; null likewise.</param>
    /// <param name="Options">As <c>glassy.yml</c> has them, in its order; of another program's what is known.</param>
    /// <param name="ExportedFrom">The run of Glassy's whose exported model this one evaluates; else null.</param>
    public sealed record Model(
        string Id,
        DateTimeOffset CreatedAt,
        string? Commit,
        double? Training,
        RunEnvironment? Environment,
        IReadOnlyList<Option> Options,
        string? ExportedFrom);

    /// <param name="Key">As <c>glassy.yml</c> has it.</param>
    /// <param name="Value">Likewise.</param>
    /// <param name="IsDefault">Whether it would be this if nothing were said.</param>
    public sealed record Option(string Key, string Value, bool IsDefault);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run
        ? new Model(
            run.Id, run.CreatedAt, run.Commit, run.Durations?.Training, run.Environment,
            run.Foreign is { } foreign ? KnownOf(foreign, context.Words) : OptionsOf(run.OwnOptions), run.Foreign?.Onnx?.Run)
        : FailWithoutRun(call, context);

    /// <summary>What is known of a model that another program trained; what nobody has said is not there.</summary>
    private static IReadOnlyList<Option> KnownOf(ForeignOrigin foreign, Words words)
    {
        var scores = foreign.Scores switch
        {
            null => words["details.answers_alone"],
            ScoreKind.Logits => foreign.AreScoresDeclared ? "logits" : words.Of("details.recognised", ("scores", "logits")),
            _ => foreign.AreScoresDeclared ? "probabilities" : words.Of("details.recognised", ("scores", "probabilities")),
        };
        (string Key, string? Value)[] known =
        [
            (foreign.Onnx is null ? "predictions" : "weights", foreign.File), ("scores", scores), ("input", InputOf(foreign.Onnx)),
            ("framework", foreign.Framework),
            ("parameters", foreign.Parameters is { } parameters ? words.Whole(parameters) : null),
        ];
        return
        [
            .. known.Where(option => option.Value is not null).Select(option => new Option(option.Key, option.Value!, IsDefault: true))
        ];
    }

    /// <summary>As <c>glassy.yml</c> would say it.</summary>
    private static string? InputOf(OnnxOrigin? model) => model is null ? null : FormattableString.Invariant(
        $"size: {model.Width}x{model.Height}, channels: {model.Channels}, mean: {Listed(model.Mean)}, std: {Listed(model.Std)}, layout: {model.Layout.ToString().ToLowerInvariant()}, range: {(model.Range == LevelRange.Unit ? "0-1" : "0-255")}");

    private static string Listed(IReadOnlyList<double> numbers) => numbers is [var one]
        ? FormattableString.Invariant($"{one}")
        : $"[{string.Join(", ", numbers.Select(number => FormattableString.Invariant($"{number}")))}]";

    private static IReadOnlyList<Option> OptionsOf(TrainingOptions options) =>
    [
        .. ConfigSchema.Keys.Where(key => key.Path.StartsWith(Section, StringComparison.Ordinal))
            .Select(key => (Key: key, Value: key.ValueIn(options)))
            .Select(option => new Option(option.Key.Path[Section.Length..], option.Value, option.Value == option.Key.Default)),
    ];
}
