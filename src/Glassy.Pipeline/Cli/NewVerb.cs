using System.CommandLine;
using Glassy.Execution;
using Glassy.Scaffold;

namespace Glassy.Cli;

/// <summary><c>glassy new</c>: a small project that builds.</summary>
internal sealed class NewVerb
{
    private readonly Argument<string> _folder = new(
        "folder")
    { Description = "Where the project goes: a folder that is empty or not there yet" };

    public NewVerb()
    {
        Command = new Command("new", "Make a small project that builds, with comments that say what to change") { _folder };
        Command.SetAction((arguments, token) => VerbRunner.RunAsync(() => Task.FromResult(Invoke(arguments)), token));
    }

    public Command Command { get; }

    private int Invoke(ParseResult arguments)
    {
        var folder = arguments.GetRequiredValue(_folder);
        foreach (var file in NewProject.Write(new ProjectFolder(Path.GetFullPath(folder))))
        {
            Console.WriteLine($"  {file}");
        }

        Console.WriteLine($"\nNext: glassy --root {folder}   builds the site; then open {folder.TrimEnd('/')}/output/index.html");
        return ExitCode.Done;
    }
}
