using System.CommandLine;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;

namespace Glassy.Cli;

/// <summary>The options that every verb understands, and what they make of <c>glassy.yml</c>.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string> _root = Option<string>("--root", "The project's folder", "folder");
    private readonly Option<string> _input = Option<string>("--input", "The folder with the Markdown (default: input)", "folder");
    private readonly Option<string> _output = Option<string>("--output", "The folder for the site (default: output)", "folder");
    private readonly Option<string> _config = Option<string>("--config", "The configuration (default: glassy.yml)", "file");
    private readonly Option<string> _dataset = Option<string>("--dataset", "auto, mnist, digits or a folder", "name");
    private readonly Option<string> _epochs = Option<string>("--epochs", "Passes over the training pictures", "n");
    private readonly Option<string> _seed = Option<string>("--seed", "Seeds the initial weights and the shuffling", "n");
    private readonly Option<string> _url = Option<string>("--url", "Where the site is published, without its base path", "address");
    private readonly Option<string> _basePath = Option<string>("--base-path", "The path under which it is published", "path");
    private readonly Option<string> _run = Option<string>("--run", "The recorded run to show (its id or the beginning of it)", "id");
    private readonly Option<Severity?> _onMissingImages = new("--on-missing-images")
    {
        Description = "What a picture is that a page names and the site does not have: error (default) or warn",
        HelpName = "error|warn",
        Recursive = true,
        CustomParser = result => result.Tokens[0].Value switch
        {
            "error" => Severity.Error,
            "warn" => Severity.Warning,
            var other => Refuse<Severity?>(result, $"--on-missing-images is '{other}', expected error or warn"),
        },
    };

    private readonly Option<Verbosity?> _verbosity = new("--verbosity")
    {
        Description = "How much is said: quiet, normal (default) or detailed",
        HelpName = "quiet|normal|detailed",
        Recursive = true,
        CustomParser = result => Enum.TryParse<Verbosity>(result.Tokens[0].Value, ignoreCase: true, out var v) && Enum.IsDefined(v)
            ? v
            : Refuse<Verbosity?>(result, $"--verbosity is '{result.Tokens[0].Value}', expected quiet, normal or detailed"),
    };

    public void AddTo(Command command)
    {
        Option[] all = [_root, _input, _output, _config, _dataset, _epochs, _seed, _url, _basePath, _run, _onMissingImages, _verbosity];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    public Verbosity Verbosity(ParseResult arguments) => arguments.GetValue(_verbosity) ?? Cli.Verbosity.Normal;

    /// <exception cref="DiagnosticException">The project's folder or its configuration is not as it should be.</exception>
    public BuildSettings Read(ParseResult arguments, IProgressSink progress)
    {
        var project = FindProject(arguments.GetValue(_root));
        var config = Override(ReadConfig(project, arguments.GetValue(_config)), arguments);
        return new BuildSettings(
            project,
            project.Absolute(arguments.GetValue(_input) ?? "input"),
            project.Absolute(arguments.GetValue(_output) ?? "output"),
            config,
            progress)
        {
            RunId = arguments.GetValue(_run),
            OnMissingImages = arguments.GetValue(_onMissingImages) ?? Severity.Error,
            IsDetailed = Verbosity(arguments) == Cli.Verbosity.Detailed,
        };
    }

    private static ProjectFolder FindProject(string? root)
    {
        var folder = Path.GetFullPath(root ?? ".");
        return Directory.Exists(folder)
            ? new ProjectFolder(folder)
            : throw new DiagnosticException(Diagnostic.Error("there is no such folder (--root)", folder));
    }

    private static GlassyConfig ReadConfig(ProjectFolder project, string? given)
    {
        var path = project.Absolute(given ?? "glassy.yml");
        if (File.Exists(path))
        {
            return ConfigReader.Read(File.ReadAllText(path), project.Relative(path));
        }

        return given is null
            ? new GlassyConfig()
            : throw new DiagnosticException(Diagnostic.Error("there is no such file (--config)", project.Relative(path)));
    }

    /// <summary>The command line's values go the way of the file's, so that both are checked by one rule.</summary>
    private GlassyConfig Override(GlassyConfig config, ParseResult arguments)
    {
        (Option<string> Option, string Key)[] overrides =
        [
            (_dataset, "dataset"), (_epochs, "run.epochs"), (_seed, "run.seed"), (_url, "site.url"), (_basePath, "site.basePath"),
        ];
        foreach (var (option, path) in overrides)
        {
            if (arguments.GetValue(option) is { } value)
            {
                var key = ConfigSchema.Keys.Single(k => k.Path == path);
                config = key.Apply(config, [value])
                    ?? throw new UsageException($"{option.Name} is '{value}', expected {key.Expected}");
            }
        }

        return config;
    }

    private static Option<T> Option<T>(string name, string description, string valueName) =>
        new(name) { Description = description, HelpName = valueName, Recursive = true };

    private static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
