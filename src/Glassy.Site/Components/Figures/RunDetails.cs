using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Runs;

namespace Glassy.Components.Figures;

/// <summary>What decided the run, and where and when it was made: <c>&lt;RunDetails /&gt;</c>.</summary>
public sealed class RunDetails() : Component<NoAttributes>("RunDetails")
{
    private const string Section = "run.";

    /// <param name="Id">The run's.</param>
    /// <param name="CreatedAt">When it was recorded, UTC.</param>
    /// <param name="Commit">The project's git commit then; null outside a git checkout.</param>
    /// <param name="Training">Wall-clock seconds of its training.</param>
    /// <param name="Environment">Where it was made.</param>
    /// <param name="Options">As <c>glassy.yml</c> has them, in its order.</param>
    public sealed record Model(string Id, DateTimeOffset CreatedAt, string? Commit, double Training, RunEnvironment Environment, IReadOnlyList<Option> Options);

    /// <param name="Key">As <c>glassy.yml</c> has it.</param>
    /// <param name="Value">Likewise.</param>
    /// <param name="IsDefault">Whether it would be this if nothing were said.</param>
    public sealed record Option(string Key, string Value, bool IsDefault);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) => context.Site.Run is { } run
        ? new Model(run.Id, run.CreatedAt, run.Commit, run.Durations.Training, run.Environment, OptionsOf(run.Options))
        : FailWithoutRun(call, context);

    private static IReadOnlyList<Option> OptionsOf(TrainingOptions options) =>
    [
        .. ConfigSchema.Keys.Where(key => key.Path.StartsWith(Section, StringComparison.Ordinal))
            .Select(key => (Key: key, Value: key.ValueIn(options)))
            .Select(option => new Option(option.Key.Path[Section.Length..], option.Value, option.Value == option.Key.Default)),
    ];
}
