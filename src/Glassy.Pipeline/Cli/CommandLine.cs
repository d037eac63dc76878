using System.CommandLine;
using System.CommandLine.Help;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;

namespace Glassy.Cli;

/// <summary>The program as its user sees it: verbs, options, messages and exit codes.</summary>
public static class CommandLine
{
    /// <param name="args">As the process got them.</param>
    /// <param name="pipelines">The pipelines of a whole build.</param>
    /// <param name="training">The pipelines that make a run and no site.</param>
    /// <returns>The process' exit code: 0 done, 1 problems in data or content, 2 wrong usage, 130 interrupted.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        Func<BuildSettings, Bootstrapper> pipelines,
        Func<BuildSettings, Bootstrapper> training)
    {
        var arguments = Root(pipelines, training).Parse(args);
        if (arguments.Errors.Count > 0)
        {
            await ReportAsync(arguments).ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }

        return await arguments.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(2),
        }).ConfigureAwait(false);
    }

    /// <summary>The verbs and options that the program understands.</summary>
    /// <param name="pipelines">The pipelines of a whole build.</param>
    /// <param name="training">The pipelines that make a run and no site.</param>
    public static RootCommand Root(Func<BuildSettings, Bootstrapper> pipelines, Func<BuildSettings, Bootstrapper> training)
    {
        var options = new CommonOptions();
        var root = new RootCommand("Glassy turns an image-classification experiment into a documentation site.")
        {
            new BuildVerb("build", "Train if needed, then build the site (default)", options, pipelines).Command,
            new BuildVerb("train", "Make the runs that are asked for and missing; no site", options, training, hasShards: true).Command,
            new BuildVerb("render", "Build the site from a recorded run; nothing is trained", options, pipelines, mayTrain: false).Command,
            new DataVerb(options).Command,
            new PlanVerb(options).Command,
            new RunsVerb(options).Command,
            new CompareVerb(options).Command,
            new VerifyVerb(options).Command,
            new ExportVerb(options).Command,
            new PreviewVerb(options, pipelines).Command,
            new NewVerb().Command,
            new SchemaVerb().Command,
            new CheckVerb(options).Command,
            new CleanVerb(options).Command,
            new ImportVerb(options).Command,
        };
        options.AddAllTo(root);
        root.SetAction(new BuildVerb("build", "", options, pipelines).InvokeAsync);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!); // a help option always has one
        return root;
    }

    /// <summary>Says what is wrong with the arguments, with the nearest known name.</summary>
    private static async Task ReportAsync(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var known = command.Options.Select(o => o.Name).Concat(command.Subcommands.Select(c => c.Name)).ToList();
        var slips = arguments.UnmatchedTokens.Where(token => Spelling.Nearest(token, known) is not null).ToList();
        foreach (var message in arguments.Errors.Select(error => error.Message).Distinct())
        {
            var slip = slips.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
            await Console.Error.WriteLineAsync($"glassy: {message.TrimEnd('.')}{(slip is null ? "" : Spelling.Suggest(slip, known))}")
                .ConfigureAwait(false);
        }

        await Console.Error.WriteLineAsync("Try: glassy --help").ConfigureAwait(false);
    }
}
