using System.CommandLine;
using Glassy.Describing;
using Glassy.Pipelines;

namespace Glassy.Cli;

/// <summary><c>glassy data</c>: what the dataset is, and which of its pictures are there more than once.</summary>
internal sealed class DataVerb
{
    private readonly CommonOptions _options;
    private readonly Option<Func<DatasetReport, string>?> _format = new("--format")
    {
        Description = "How it is written: text (default) or json",
        HelpName = "text|json",
        CustomParser = result => FormatOf(result.Tokens[0].Value) ?? CommonOptions.Refuse<Func<DatasetReport, string>>(
            result, $"--format is '{result.Tokens[0].Value}', expected text or json"),
    };

    public DataVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command(
            "data", "Describe the dataset: counts, balance, pictures that are there twice, above all in training and test") { _format };
        options.AddAllTo(Command);
        Command.SetAction(
            (arguments, token) => VerbRunner.RunAsync(() => DescribeAsync(arguments, token), _options.Root(arguments), token));
    }

    public Command Command { get; }

    private async Task<int> DescribeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = _options.Read(arguments, new PlainProgress(Console.Error, Console.Error, quiet: true));
        var found = await DatasetOfProject.FindAsync(settings, cancellationToken).ConfigureAwait(false);
        var duplicates = await new FindDuplicates(settings).FindAsync(found, cancellationToken).ConfigureAwait(false);
        Console.Write((arguments.GetValue(_format) ?? DatasetReportText.Write)(new DatasetReport(found.Info, duplicates)));
        return ExitCode.Done;
    }

    private static Func<DatasetReport, string>? FormatOf(string word) => word switch
    {
        "text" => DatasetReportText.Write,
        "json" => DatasetReportJson.Write,
        _ => null,
    };
}
