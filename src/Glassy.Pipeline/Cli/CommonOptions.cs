using System.CommandLine;
using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Recipes;

namespace Glassy.Cli;

/// <summary>The options that every verb understands, and what they make of <c>glassy.yml</c>.</summary>
internal sealed class CommonOptions
{
    private static readonly string[] PathKeys = ["dataset.name", "dataset.path", "dataset.labels", "dataset.attributes"];

    private readonly Option<string> _root = Option<string>("--root", "The project's folder", "folder");
    private readonly Option<string> _input = Option<string>("--input", "The folder with the Markdown (default: input)", "folder");
    private readonly Option<string> _output = Option<string>("--output", "The folder for the site (default: output)", "folder");
    private readonly Option<string> _config = Option<string>("--config", "The configuration (default: glassy.yml)", "file");
    private readonly Option<string> _dataset = Option<string>("--dataset", "auto, mnist, digits, or a folder or file", "name");
    private readonly Option<string> _epochs = Option<string>("--epochs", "Passes over the training pictures", "n");
    private readonly Option<string> _seed = Option<string>("--seed", "Seeds the initial weights and the shuffling", "n");
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Any key of glassy.yml, such as run.batchSize=64 or run.hidden=64,32; may be given several times",
        HelpName = "key=value",
    };

    private readonly Option<string> _url = Option<string>("--url", "Where the site is published, without its base path", "address");
    private readonly Option<string> _basePath = Option<string>("--base-path", "The path under which it is published", "path");
    private readonly Option<string> _run = Option<string>("--run", "The recorded run to show (its id or the beginning of it)", "id");
    private readonly Option<RecipeSet?> _runs = Choice(
        "--runs",
        "The recipes whose missing runs are made: quick (default), or full for all",
        ("quick", RecipeSet.Quick),
        ("full", RecipeSet.Full));

    private readonly Option<Shard?> _shard = new("--shard")
    {
        Description = "Make one part of the runs only: the second of eight machines says 2/8",
        HelpName = "number/count",
        CustomParser = result => Shard.Parse(result.Tokens[0].Value)
            ?? Refuse<Shard>(result, $"--shard is '{result.Tokens[0].Value}', expected {Shard.Expected}"),
    };

    private readonly Option<Severity?> _onMissingImages = Choice(
        "--on-missing-images",
        "Treat pictures that are not there as an error or warn (default: site.onBrokenImages)",
        ("error", Severity.Error),
        ("warn", Severity.Warning));

    private readonly Option<Verbosity?> _verbosity = new("--verbosity")
    {
        Description = "How much is said: quiet, normal (default) or detailed",
        HelpName = "quiet|normal|detailed",
        CustomParser = result => Enum.TryParse<Verbosity>(result.Tokens[0].Value, ignoreCase: true, out var v) && Enum.IsDefined(v)
            ? v
            : Refuse<Verbosity?>(result, $"--verbosity is '{result.Tokens[0].Value}', expected quiet, normal or detailed"),
    };

    /// <summary>Adds what a verb that only looks at a built site needs.</summary>
    public void AddPlacesTo(Command command) => Add(command, [_root, _output, _config, _verbosity]);

    /// <summary>Adds what a verb that fills a project's folder needs.</summary>
    public void AddRootTo(Command command) => Add(command, [_root, _verbosity]);

    /// <summary>Adds what a verb that makes runs or sites needs.</summary>
    public void AddAllTo(Command command) =>
        Add(
            command,
            [_root, _input, _output, _config, _dataset, _epochs, _seed, _set, _url, _basePath, _runs, _run, _onMissingImages, _verbosity]);

    /// <summary>Adds what a verb needs that can make a part of the runs.</summary>
    public void AddShardTo(Command command) => Add(command, [_shard]);

    private static void Add(Command command, IReadOnlyList<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    public Verbosity Verbosity(ParseResult arguments) => arguments.GetValue(_verbosity) ?? Cli.Verbosity.Normal;

    /// <summary>The project's folder, whether it is there or not.</summary>
    public string Root(ParseResult arguments) => Path.GetFullPath(arguments.GetValue(_root) ?? ".");

    /// <summary>The absolute path of the configuration, whether it is there or not.</summary>
    public string ConfigPath(ParseResult arguments, ProjectFolder project) =>
        Path.GetFullPath(arguments.GetValue(_config) ?? project.Absolute("glassy.yml"));

    /// <exception cref="DiagnosticException">The project's folder or its configuration is not as it should be.</exception>
    public BuildSettings Read(ParseResult arguments, IProgressSink progress)
    {
        var project = FindProject(Root(arguments));
        var input = Path.GetFullPath(arguments.GetValue(_input) ?? project.Absolute("input"));
        var (configPath, isAsked) = (ConfigPath(arguments, project), arguments.GetValue(_config) is not null);
        if (!isAsked && !File.Exists(configPath) && !Directory.Exists(input))
        {
            throw new DiagnosticException(Diagnostic.Error(
                "this is no project: it has neither glassy.yml nor input/; `glassy new <folder>` makes one", project.Root));
        }

        var config = Override(ReadConfig(project, configPath, isAsked), arguments);
        var output = Path.GetFullPath(arguments.GetValue(_output) ?? project.Absolute("output"));
        OutputGuard.Check(output, input, project);
        return new BuildSettings(project, input, output, config, progress)
        {
            RunId = arguments.GetValue(_run),
            Runs = arguments.GetValue(_runs) ?? RecipeSet.Quick,
            Shard = arguments.GetValue(_shard),
            IsDetailed = Verbosity(arguments) == Cli.Verbosity.Detailed,
            Commands = CommandDescription.Of(arguments.RootCommandResult.Command),
        };
    }

    /// <summary>Those of another project, with what the command line says of every project: its dataset and keys, not its places.</summary>
    /// <param name="arguments">Of the command line.</param>
    /// <param name="folder">The other project's, absolute.</param>
    /// <param name="progress">Where long work says how far it has come.</param>
    /// <inheritdoc cref="Read"/>
    public BuildSettings ReadOther(ParseResult arguments, string folder, IProgressSink progress)
    {
        var project = FindProject(folder);
        var config = Override(ReadConfig(project, project.Absolute("glassy.yml"), isAsked: false), arguments);
        return new BuildSettings(project, project.Absolute("input"), project.Absolute("output"), config, progress);
    }

    private static ProjectFolder FindProject(string folder) =>
        Directory.Exists(folder)
            ? new ProjectFolder(folder)
            : throw new DiagnosticException(Diagnostic.Error("there is no such folder (--root)", folder));

    private static GlassyConfig ReadConfig(ProjectFolder project, string path, bool isAsked)
    {
        if (File.Exists(path))
        {
            return ConfigReader.Read(File.ReadAllText(path), project.Relative(path));
        }

        return !isAsked
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
                var key = ConfigSchema.Find(path)!; // they are keys
                config = Apply(key, value, option.Name, config);
            }
        }

        foreach (var setting in arguments.GetValue(_set) ?? [])
        {
            var path = setting.Split('=')[0];
            var key = setting.Contains('=', StringComparison.Ordinal)
                ? ConfigSchema.Find(path)
                : throw new UsageException($"--set is '{setting}', expected <key>=<value>, such as run.batchSize=64");
            config = Apply(
                key ?? throw new UsageException(
                    $"--set: unknown key '{path}'{Spelling.SuggestAndList(path, [.. ConfigSchema.Keys.Select(k => k.Path)])}"),
                setting[(path.Length + 1)..],
                $"--set {path}",
                config);
        }

        return arguments.GetValue(_onMissingImages) is { } severity
            ? config with { Site = config.Site with { OnBrokenImages = severity } }
            : config;
    }

    /// <summary>
    /// A folder or file named on the command line is relative to where the command is given, one in the file to the project. Another
    /// dataset than the file's has neither its path nor its labels nor its attributes.
    /// </summary>
    private static GlassyConfig Apply(ConfigKey key, string value, string option, GlassyConfig config)
    {
        string[] values = key.IsList ? value.Split(',', StringSplitOptions.TrimEntries)
            : PathKeys.Contains(key.Path) && Path.Exists(value) && !DatasetCatalog.Names.Contains(value) ? [Path.GetFullPath(value)]
            : [value];
        config = key.Path == "dataset.name"
            ? config with { Dataset = config.Dataset with { Path = null, Labels = null, Attributes = null } }
            : config;
        var changed = key.Apply(config, values)
            ?? throw new UsageException($"{option} is '{value}', expected {key.ExpectedInsteadOf(values)}");
        // it is no longer what the file says
        return changed with { Places = changed.Places.Remove(key.Path), Fixed = changed.Fixed.Add(key.Path) };
    }

    private static Option<T> Option<T>(string name, string description, string valueName) =>
        new(name) { Description = description, HelpName = valueName };

    /// <summary>An option that takes one of some words.</summary>
    internal static Option<T?> Choice<T>(string name, string description, params IReadOnlyList<(string Word, T Value)> words)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = string.Join('|', words.Select(word => word.Word)),
            CustomParser = result =>
                words.Where(word => word.Word == result.Tokens[0].Value).Select(word => (T?)word.Value).FirstOrDefault()
                ?? Refuse<T?>(
                    result,
                    $"{name} is '{result.Tokens[0].Value}', expected {string.Join(", ", words.SkipLast(1).Select(word => word.Word))} or {words[^1].Word}"),
        };

    internal static T? Refuse<T>(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
