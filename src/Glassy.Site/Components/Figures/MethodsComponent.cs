using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Runs;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Components.Figures;

/// <summary>
/// Which pictures were found, left out and split, how often the test split was looked at, and what the run took: <c>&lt;Methods /&gt;</c>.
/// </summary>
public sealed class MethodsComponent() : Component<NoAttributes>("Methods")
{
    /// <param name="Rows">In order.</param>
    /// <param name="Remarks">What was left out of the data and how they were split, in sentences.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, IReadOnlyList<string> Remarks);

    /// <param name="Name">What is told.</param>
    /// <param name="Value">As it is shown.</param>
    public sealed record Row(string Name, string Value);

    protected override object? CreateModel(NoAttributes attributes, ComponentCall call, ComponentContext context) =>
        context.Site.Run is { } run
        ? new Model(
            [.. Data(run, context.Words), .. Looks(context), .. Making(run, context.Words)],
            [.. (run.Dataset.Remarks ?? []).Select(remark => RemarkSentence.Of(remark, context.Words))])
        : FailWithoutRun(call, context);

    private static IEnumerable<Row> Data(Run run, Words words)
    {
        var dataset = run.Dataset;
        yield return new Row(words["methods.dataset"], $"{dataset.Name}, SHA-256 {dataset.Sha256}");
        if (dataset.Remarks?.FirstOrDefault(remark => remark.Kind == "left_out") is { Numbers: { } numbers })
        {
            yield return new Row(words["methods.left_out"], words.Whole(numbers["count"]));
        }

        yield return new Row(words["methods.classes"], words.Whole(dataset.Classes.Count));
        var heldOut = dataset.Validation is null ? (int)Math.Round((run.Options?.Validation ?? 0) * dataset.Train.Count) : 0;
        yield return new Row(
            words["methods.train"],
            heldOut == 0
                ? PicturesOf(dataset.Train, words)
                : words.Of("methods.held_out", ("pictures", PicturesOf(dataset.Train, words)), ("number", words.Whole(heldOut))));
        if (dataset.Validation is { } validation)
        {
            yield return new Row(words["methods.validation"], PicturesOf(validation, words));
        }

        yield return new Row(words["methods.test"], PicturesOf(dataset.Test, words));
    }

    private static IEnumerable<Row> Looks(ComponentContext context)
    {
        if (context.Site.Looks is { } looks)
        {
            yield return new Row(
                context.Words["methods.looks"],
                context.Words.Of(
                    "methods.looked",
                    ("total", context.Words.Whole(looks.Total)),
                    ("scores", context.Words.Whole(looks.Scores)),
                    ("comparisons", context.Words.Whole(looks.Comparisons))));
        }
    }

    private static IEnumerable<Row> Making(Run run, Words words)
    {
        if (run.Options is { } options)
        {
            yield return new Row(words["methods.seed"], words.Whole(options.Seed));
        }

        yield return new Row(words["methods.recorded"], words.Date(run.CreatedAt, TemplateFunctions.DateFormat));
        if (run.Durations is { } durations)
        {
            yield return new Row(
                words["methods.durations"],
                words.Of(
                    "methods.took",
                    ("training", words.Figure(TemplateFunctions.Seconds(durations.Training))),
                    ("evaluation", words.Figure(TemplateFunctions.Seconds(durations.Evaluation)))));
        }

        if (run.Environment is { } here)
        {
            yield return new Row(
                words["methods.compute"],
                words.Of(
                    "methods.ran",
                    ("device", here.Device),
                    ("processors", here.Processors),
                    ("architecture", here.Architecture),
                    ("system", here.Os),
                    ("threads", run.Options?.Threads ?? 1)));
            yield return new Row(words["methods.versions"], $"Glassy {here.Glassy}, TorchSharp {here.TorchSharp}, .NET {here.Dotnet}");
        }

        yield return new Row(words["methods.commit"], run.Commit ?? words["methods.none"]);
    }

    private static string PicturesOf(SplitInfo split, Words words) => words.Whole(split.Count);
}
