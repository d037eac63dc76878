using System.CommandLine;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Import;

namespace Glassy.Cli;

/// <summary><c>glassy import-docusaurus</c>: makes a Docusaurus site a project, and says what it could not take.</summary>
internal sealed class ImportVerb
{
    private readonly CommonOptions _options;
    private readonly Argument<string> _folder = new("folder") { Description = "The Docusaurus site: the folder with docusaurus.config.js" };

    public ImportVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command(
            "import-docusaurus", "Copy a Docusaurus site's documents, static files, sidebars and settings into a project") { _folder };
        options.AddRootTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => Task.FromResult(Invoke(arguments, token)), token));
    }

    public Command Command { get; }

    private int Invoke(ParseResult arguments, CancellationToken cancellationToken)
    {
        var source = new ProjectFolder(Path.GetFullPath(arguments.GetRequiredValue(_folder)));
        if (!Directory.Exists(source.Root))
        {
            throw new DiagnosticException(Diagnostic.Error("there is no such folder", source.Root));
        }

        var result = new DocusaurusImporter(source, new ProjectFolder(_options.Root(arguments))).Run(cancellationToken);
        DiagnosticPrinter.Print(result.NotTaken, project: null);
        if (_options.Verbosity(arguments) != Verbosity.Quiet)
        {
            Console.WriteLine(
                FormattableString.Invariant($"Copied {result.Documents:N0} files to input/ and {result.StaticFiles:N0} to static/"));
            foreach (var file in result.Written)
            {
                Console.WriteLine($"Wrote {file}");
            }

            if (result.NotTaken.Count > 0)
            {
                Console.WriteLine(FormattableString.Invariant($"Not taken over: {result.NotTaken.Count:N0}, each named above"));
            }
        }

        return ExitCode.Done;
    }
}
