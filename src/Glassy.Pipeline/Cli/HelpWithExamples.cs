using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Glassy.Cli;

/// <summary>The usual help with examples after it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string ExitCodes = "Exit codes: 0 done, 1 problems in data or content, 2 wrong usage, 130 interrupted";

    /// <summary>Who asks for help may not know yet what a verb needs.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var (output, command) = (parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command);
        foreach (var line in HelpExamples.Of(command is RootCommand ? null : NameOf(command)))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine(ExitCodes);
        return code;
    }

    /// <summary>With the verbs above it, as it is typed.</summary>
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault(above => above is not RootCommand) is { } above
            ? $"{NameOf(above)} {command.Name}"
            : command.Name;
}
