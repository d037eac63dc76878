using System.CommandLine;
using Glassy.Components.Binding;

namespace Glassy.Cli;

/// <summary>The command line in records, for the pages that document it.</summary>
internal static class CommandDescription
{
    /// <summary>The verbs of the program, in the order of its help.</summary>
    public static IReadOnlyList<CommandInfo> Of(Command root) =>
        [.. root.Subcommands.Where(command => !command.Hidden).Select(command => new CommandInfo(
            command.Name,
            command.Description ?? "",
            string.Join(' ', command.Arguments.Select(argument => $"<{argument.HelpName ?? argument.Name}>")),
            [.. command.Options.Where(option => !option.Hidden).Select(option => new CommandOption(
                option.Name,
                option.HelpName ?? "",
                option.Description ?? ""))]))];
}
