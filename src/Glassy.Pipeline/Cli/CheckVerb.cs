using System.CommandLine;
using System.Globalization;
using Glassy.Checking;
using Glassy.Diagnostics;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary><c>glassy check</c>: every internal link, anchor and picture of the built site, and external links where asked.</summary>
internal sealed class CheckVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CommonOptions _options;
    private readonly Option<bool> _external = new(
        "--external")
    { Description = "Ask other sites too whether their addresses still answer" };

    public CheckVerb(CommonOptions options)
    {
        _options = options;
        Command = new Command("check", "Check every link, anchor and picture of the built site") { _external };
        options.AddPlacesTo(Command);
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => InvokeAsync(arguments, token), token));
    }

    public Command Command { get; }

    private async Task<int> InvokeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        IProgressSink progress = new PlainProgress(Console.Out, Console.Error, quiet: true);
        var settings = _options.Read(arguments, progress);
        var check = await new SiteChecker(settings.Output, settings.Config.Site.BasePath, progress)
            .CheckAsync(cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<Diagnostic> external = [];
        if (arguments.GetValue(_external))
        {
            using var http = new HttpClient { Timeout = Patience };
            var links = new ExternalLinks(http, Path.Combine(settings.CacheFolder, "external-links"), TimeProvider.System, progress);
            external = await links.CheckAsync(check.External, cancellationToken).ConfigureAwait(false);
        }

        DiagnosticPrinter.Print(check.Problems.Concat(external), project: null);
        if (_options.Verbosity(arguments) != Verbosity.Quiet)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Pages:N0} pages, {check.Addresses:N0} addresses ({check.External.Count:N0} on other sites): {check.Problems.Count:N0} broken"));
        }

        return check.Problems.Count == 0 ? ExitCode.Done : ExitCode.Problems;
    }
}
