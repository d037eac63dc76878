using Glassy.Components.Binding;

namespace Glassy.Components.Figures;

/// <summary>What the run wrote while it was made: <c>&lt;TrainingLog /&gt;</c>.</summary>
public sealed class TrainingLog() : Component<NoAttributes>("TrainingLog")
{
    /// <param name="Lines">One a line of the log.</param>
    /// <param name="Text">The whole log.</param>
    public sealed record Model(IReadOnlyList<Line> Lines, string Text);

    /// <param name="Time">Between the brackets; null on a line without.</param>
    /// <param name="Text">The rest.</param>
    public sealed record Line(string? Time, string Text);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Assets is not { } assets)
        {
            return FailWithoutRun(call, context);
        }

        var text = assets.Log.ReplaceLineEndings("\n").TrimEnd('\n');
        return new Model([.. text.Split('\n').Select(LineOf)], text);
    }

    private static Line LineOf(string line)
    {
        var close = line.StartsWith('[') ? line.IndexOf(']') : -1;
        return close < 0 ? new Line(null, line) : new Line(line[1..close], line[(close + 1)..].TrimStart());
    }
}
