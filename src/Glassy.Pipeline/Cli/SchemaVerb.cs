using System.CommandLine;
using Glassy.Configuration;

namespace Glassy.Cli;

/// <summary><c>glassy schema</c>: what editors check and complete <c>glassy.yml</c> by.</summary>
internal sealed class SchemaVerb
{
    public SchemaVerb()
    {
        Command = new Command("schema", "Print the JSON Schema of glassy.yml, by which editors complete and check it");
        Command.SetAction((_, token) => VerbRunner.RunAsync(() => Task.FromResult(Invoke()), token));
    }

    public Command Command { get; }

    private static int Invoke()
    {
        Console.Write(ConfigJsonSchema.Write());
        return ExitCode.Done;
    }
}
