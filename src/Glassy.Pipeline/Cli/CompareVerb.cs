using System.CommandLine;
using System.CommandLine.Parsing;
using Glassy.Comparing;
using Glassy.Comparison;
using Glassy.Diagnostics;

namespace Glassy.Cli;

/// <summary><c>glassy compare</c>: one run against another on the same pictures, and whether it may take its place.</summary>
internal sealed class CompareVerb
{
    private readonly CommonOptions _options;
    private readonly Argument<string> _base = new("base")
    {
        Description = "What is compared with: a run's id or its beginning, a recipe, the folder of a run or of a project",
    };

    private readonly Argument<string> _head = new(
        "head")
    { Description = "What is compared: likewise; project#id is a run of another project" };
    private readonly Option<Gate[]> _gates = new("--gate")
    {
        Description =
            "What head must be shown to be: accuracy-lower-bound=0.968, non-inferior=0.005 (its margin); may be given several times",
        HelpName = "name=share",
        CustomParser = ReadGates,
    };

    private readonly Option<bool> _failOnRegression = new("--fail-on-regression")
    {
        Description = "Fail where head is shown to be worse: where the whole interval of the difference is below 0",
    };

    private readonly Option<ComparedSplit?> _on = CommonOptions.Choice(
        "--on",
        "The pictures: validation (default), which were held out of training, or test, which counts as a look at them",
        ("validation", ComparedSplit.Validation),
        ("test", ComparedSplit.Test));

    private readonly Option<Func<RunReport, string>?> _format = new("--format")
    {
        Description = "How it is written: text (default), markdown for a comment on a pull request, or json",
        HelpName = "text|markdown|json",
        CustomParser = result => FormatOf(result.Tokens[0].Value) ?? CommonOptions.Refuse<Func<RunReport, string>>(
            result, $"--format is '{result.Tokens[0].Value}', expected text, markdown or json"),
    };

    public CompareVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command(
            "compare",
            "Compare two runs on the same pictures; fail where a gate does") { _base, _head, _gates, _failOnRegression, _on, _format };
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => CompareAsync(arguments, token), _options.Root(arguments), token));
    }

    public Command Command { get; }

    private async Task<int> CompareAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var progress = new PlainProgress(Console.Error, Console.Error, quiet: true);
        var here = _options.Read(arguments, progress);
        var finder = new RunFinder(here, folder => _options.ReadOther(arguments, folder, progress));
        var report = RunReport.Of(
            here.Project,
            await finder.FindAsync(arguments.GetRequiredValue(_base), cancellationToken).ConfigureAwait(false),
            await finder.FindAsync(arguments.GetRequiredValue(_head), cancellationToken).ConfigureAwait(false),
            arguments.GetValue(_on) ?? ComparedSplit.Validation,
            arguments.GetValue(_gates) ?? [],
            arguments.GetValue(_failOnRegression));
        if (report.IsOfOneRun)
        {
            DiagnosticPrinter.Print(
                [Diagnostic.Warning($"base and head are the same run ({report.Base.Run.Id}): every difference is 0")], project: null);
        }

        Console.Write((arguments.GetValue(_format) ?? ReportText.Write)(report));
        DiagnosticPrinter.Print(
            report.Gates.Where(gate => !gate.Verdict.Passes).Select(gate => Diagnostic.Error($"{gate.Gate}: {gate.Verdict.Reason}")),
            project: null);
        return report.Passes ? ExitCode.Done : ExitCode.Problems;
    }

    private static Func<RunReport, string>? FormatOf(string word) => word switch
    {
        "text" => ReportText.Write,
        "markdown" => ReportMarkdown.Write,
        "json" => ReportJson.Write,
        _ => null,
    };

    private static Gate[] ReadGates(ArgumentResult result)
    {
        var gates = new List<Gate>();
        foreach (var token in result.Tokens)
        {
            if (Gate.Parse(token.Value, out var mistake) is { } gate)
            {
                gates.Add(gate);
            }
            else
            {
                result.AddError($"--gate is {mistake}");
            }
        }

        return [.. gates];
    }
}
