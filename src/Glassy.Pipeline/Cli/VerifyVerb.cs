using System.CommandLine;
using System.Globalization;
using Glassy.Checking;
using Glassy.Comparing;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Runs;
using Glassy.Training;
using Glassy.Wording;

namespace Glassy.Cli;

/// <summary><c>glassy verify</c>: trains a recorded run again, and says what agrees.</summary>
internal sealed class VerifyVerb
{
    private readonly CommonOptions _options;
    private readonly Argument<string?> _run = new(
        "run")
    { Description = "A run's id or its beginning, a recipe, or the folder of a run", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _site = new("--site")
    {
        Description = "Instead of training, compute every marked figure of a built site again from its published predictions",
        HelpName = "folder|address",
    };

    private readonly Option<ReproducedUpTo?> _expect = CommonOptions.Choice(
        "--expect",
        "Fail unless that much agrees: metrics (as many pictures right, the default), predictions (with their probabilities, to the bit) or weights",
        ("metrics", ReproducedUpTo.Metrics),
        ("predictions", ReproducedUpTo.Predictions),
        ("weights", ReproducedUpTo.Weights));

    public VerifyVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command(
            "verify", "Train a recorded run again and say whether weights, predictions or only metrics agree") { _run, _site, _expect };
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => InvokeAsync(arguments, token), _options.Root(arguments), token));
    }

    public Command Command { get; }

    private Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        (arguments.GetValue(_run), arguments.GetValue(_site)) switch
        {
            ({ } run, null) => VerifyAsync(run, arguments, cancellationToken),
            (null, { } site) => VerifySiteAsync(new VerifiedSite(site), cancellationToken),
            _ => throw new UsageException("verify needs a run (its id, recipe or folder) or --site <folder or address>, and not both"),
        };

    private static async Task<int> VerifySiteAsync(VerifiedSite site, CancellationToken cancellationToken)
    {
        var words = new WordsReader(new ProjectFolder(AppContext.BaseDirectory), [Path.Combine(AppContext.BaseDirectory, "site")]);
        var check = new FigureCheck(
            new RecomputedFigures(await site.ReadPredictionsAsync(cancellationToken).ConfigureAwait(false)),
            language => words.Languages.Contains(language) ? words.Read(language)["figure.point"] : ".");
        var pages = 0;
        await foreach (var (name, html) in site.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            check.Read(name, html);
            pages++;
        }

        DiagnosticPrinter.Print(check.Problems, project: null);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{pages:N0} pages: {check.Right:N0} figures agree with the published predictions, {check.Problems.Count:N0} do not, {check.Unknown:N0} do not follow from them"));
        return check.Problems.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }

    private Task<int> VerifyAsync(string wanted, ParseResult arguments, CancellationToken cancellationToken) =>
        ProgressRunner.RunAsync(_options.Verbosity(arguments), async progress =>
        {
            var settings = _options.Read(arguments, progress);
            var finder = new RunFinder(settings, folder => _options.ReadOther(arguments, folder, progress));
            var found = await finder.FindAsync(wanted, cancellationToken).ConfigureAwait(false);
            var dataset = await DatasetOfProject.FindAsync(settings, cancellationToken).ConfigureAwait(false);
            var run = found.Run;
            CheckData(run, dataset);
            var (weights, predictions, validation) = UserData.Read(
                () => (found.Store.LoadWeights(run), found.Store.LoadPredictions(run), found.Store.LoadValidation(run)));
            var pictures = await dataset.LoadAsync().ConfigureAwait(false);
            var reproduction = await UserData.ReadAsync(() => Task.Factory.StartNew(
                () => Reproduction.Of(run, weights, predictions, validation, pictures, progress, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)).ConfigureAwait(false);
            Console.WriteLine($"{run.Id}: {Describe(run, reproduction)}");
            return !reproduction.IsContradiction && reproduction.UpTo >= (arguments.GetValue(_expect) ?? ReproducedUpTo.Metrics)
                ? ExitCode.Done
                : ExitCode.Problems;
        });

    private static void CheckData(Run run, FoundDataset found)
    {
        if (run.Foreign is { } foreign)
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"{run.Id} was trained by another program ('{foreign.File}'): only a run that Glassy trained can be trained again"));
        }

        if (run.Dataset.Sha256 != found.Info.Sha256)
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"{run.Id} was trained on '{run.Dataset.Name}' with other pictures or labels than those of '{found.Info.Name}' that are here: name its data with `dataset:` or --dataset"));
        }
    }

    private static string Describe(Run run, Reproduction found) => found.UpTo switch
    {
        ReproducedUpTo.Weights => "trained again, the weights agree to the bit, and so does all that follows from them",
        _ when found.IsContradiction => string.Create(
            CultureInfo.InvariantCulture,
            $"trained again, the weights agree to the bit, but the recorded predictions are not those that follow from them ({found.OtherAnswers:N0} other answers, probabilities differ by up to {found.LargestProbability:G2}): {RunFiles.Predictions} or {RunFiles.Validation} has been changed; {RecordFile.WayOut}"),
        ReproducedUpTo.Predictions => string.Create(
            CultureInfo.InvariantCulture,
            $"trained again, all {run.Dataset.Test.Count:N0} predictions agree with their probabilities; the weights differ by up to {found.LargestWeight:G2}"),
        ReproducedUpTo.Answers => string.Create(
            CultureInfo.InvariantCulture,
            $"trained again, all {run.Dataset.Test.Count:N0} answers agree, but not their probabilities, which differ by up to {found.LargestProbability:G2}; the weights differ by up to {found.LargestWeight:G2}"),
        ReproducedUpTo.Metrics => string.Create(
            CultureInfo.InvariantCulture,
            $"trained again, only the accuracy agrees: {found.Accuracy * 100:F2}% are right both times; {found.OtherAnswers:N0} predictions differ"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"trained again, nothing agrees: {found.Accuracy * 100:F2}% are right, not {run.Metrics.Accuracy * 100:F2}%; {found.OtherAnswers:N0} predictions differ"),
    };
}
