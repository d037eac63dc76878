using System.CommandLine;
using Glassy.Comparing;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Onnx;
using Glassy.Runs;

namespace Glassy.Cli;

/// <summary><c>glassy export</c>: a recorded run's model for other programs.</summary>
internal sealed class ExportVerb
{
    private readonly CommonOptions _options;
    private readonly Argument<string> _run = new("run") { Description = "A run's id or its beginning, a recipe, or the folder of a run" };
    private readonly Option<bool> _onnx = new("--onnx") { Description = "As ONNX: levels from 0 to 1 in, probabilities out" };
    private readonly Option<string?> _file = new(
        "--to", "-o")
    { Description = "The file to write (default: the run's id with .onnx)", HelpName = "file" };

    public ExportVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command("export", "Write a recorded run's model as ONNX, for other programs") { _run, _onnx, _file };
        options.AddAllTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => ExportAsync(arguments, token), _options.Root(arguments), token));
    }

    public Command Command { get; }

    private async Task<int> ExportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!arguments.GetValue(_onnx))
        {
            throw new UsageException("say the form to export to: --onnx");
        }

        var progress = new PlainProgress(Console.Out, Console.Error, quiet: true);
        var finder = new RunFinder(_options.Read(arguments, progress), folder => _options.ReadOther(arguments, folder, progress));
        var found = await finder.FindAsync(arguments.GetRequiredValue(_run), cancellationToken).ConfigureAwait(false);
        var run = found.Run;
        if (run.Foreign is { } foreign)
        {
            throw new DiagnosticException(Diagnostic.Error(
                $"{run.Id} was trained by another program ('{foreign.File}'): only a run that Glassy trained can be exported"));
        }

        var content = UserData.Read(() => OnnxExport.Write(run, found.Store.LoadWeights(run)));
        var file = arguments.GetValue(_file) ?? $"{run.Id}.onnx";
        try
        {
            await File.WriteAllBytesAsync(file, content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception mistake) when (mistake is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(Diagnostic.Error($"cannot be written: {mistake.Message}; name another file by --to", file));
        }

        Console.WriteLine(
            FormattableString.Invariant(
                $"{file}: {run.OwnModel.Name} of run {run.Id}, {content.Length:N0} bytes; '{OnnxExport.Input}' [pictures, channels, height, width] takes levels from 0 to 1, '{OnnxExport.Output}' gives {run.Dataset.Classes.Count} probabilities"));
        if (run.OwnOptions.Preprocess is not PreprocessingNames.None and var steps)
        {
            await Console.Error.WriteLineAsync(
                $"warning: the file has no part of the recipe's preprocessing ({steps}): pictures have to go through it before")
                .ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
