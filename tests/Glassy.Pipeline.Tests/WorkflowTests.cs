using System.Diagnostics;
using System.Text.RegularExpressions;
using Glassy.Cli;
using Glassy.Comparing;
using Glassy.Configuration;
using Glassy.Pipelines;
using YamlDotNet.RepresentationModel;

namespace Glassy.Tests;

/// <summary>
/// What workflows, batch systems and documents call: it is read by the program's own command line, so that none goes stale.
/// </summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Folders =
    [
        ".github/workflows", "docs/shards", "src/Glassy.Pipeline/Scaffold/project/dot-github/workflows"
    ];
    private static readonly string[] Documents = ["README.md", "docs/shards.md", "docs/writing.md", .. Below("input/guide", "*.md")];

    public static TheoryData<string> YamlFiles => [.. Folders.SelectMany(folder => Below(folder, "*.yml"))];

    public static TheoryData<string> Texts => [.. YamlFiles.Select(row => row.Data), "docs/shards/slurm.sh", .. Documents];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Every_file_is_yaml_with_something_in_it(string file) => Assert.NotEmpty(Scalars(file));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_call_of_the_program_is_one_that_it_understands(string file)
    {
        var root = CommandLine.Root(BuildPipelines.OfSite, BuildPipelines.OfTraining);
        Assert.All(CallsIn(file), call =>
        {
            Assert.Empty(root.Parse(call).Errors.Select(error => error.Message));
            Assert.All(
                call.Zip(call.Skip(1)).Where(words => words.First == "--set").Select(words => words.Second.Split('=')[0]),
                key => Assert.Contains(key, ConfigSchema.Keys.Select(known => known.Path)));
        });
    }

    [Fact]
    public void No_checkout_leaves_a_token_in_the_folder_that_is_built()
    {
        var workflows = Folders.SelectMany(folder => Below(folder, "*.yml")).Select(Read).ToList();
        var checkouts = workflows.SelectMany(text => text.Split("- uses: "))
            .Where(step => step.StartsWith("actions/checkout@", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(checkouts);
        Assert.All(checkouts, step => Assert.Contains("persist-credentials: false", step, StringComparison.Ordinal));
    }

    [Fact]
    public void No_workflow_may_write_as_a_whole()
    {
        var workflows = Below(".github/workflows", "*.yml").ToList();

        Assert.NotEmpty(workflows);
        Assert.All(workflows, file => Assert.Contains("\npermissions:\n  contents: read\n\n", Read(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(".github/workflows/ci.yml", 4)]
    [InlineData(".github/workflows/sweep.yml", 3)]
    [InlineData("src/Glassy.Pipeline/Scaffold/project/dot-github/workflows/pages.yml", 1)]
    [InlineData("src/Glassy.Pipeline/Scaffold/project/dot-github/workflows/sweep.yml", 3)]
    [InlineData("docs/shards/slurm.sh", 1)]
    [InlineData("docs/shards/kubernetes.yml", 1)]
    [InlineData("docs/shards.md", 4)]
    public void Calls_are_seen(string file, int atLeast) => Assert.InRange(CallsIn(file).Count, atLeast, 99);

    /// <summary>A call that the tests do not read could say anything.</summary>
    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void No_line_that_runs_the_program_is_passed_over(string file) => Assert.Equal(
        Scalars(file).SelectMany(text => text.Split('\n')).Count(line => line.Contains("dotnet run ", StringComparison.Ordinal)),
        WithArguments(file).Count());

    /// <summary>What is built from another folder than the project's own has to be told where the project is.</summary>
    [Theory]
    [InlineData("pages.yml")]
    [InlineData("sweep.yml")]
    public void A_new_projects_workflow_names_the_project(string file) => Assert.All(
        WithArguments($"src/Glassy.Pipeline/Scaffold/project/dot-github/workflows/{file}"),
        call => Assert.Contains(("--root", "."), call.Zip(call.Skip(1))));

    [Fact]
    public void A_call_that_is_none_would_be_seen()
    {
        var root = CommandLine.Root(BuildPipelines.OfSite, BuildPipelines.OfTraining);

        var calls = ShellCommands.In("""
            x=$(glassy train --sharp 1/2)
            - dotnet run --project src/Glassy.Pipeline -- plan --shards none | cat
            glassy train --shard 9/8 # so
            glassy \
                bild > file
            other glassy
            """).ToList();

        Assert.Equal(4, calls.Count);
        Assert.All(calls, call => Assert.NotEmpty(root.Parse(call).Errors));
    }

    /// <summary>A job that counts other than its command would leave runs unmade.</summary>
    [Theory]
    [InlineData("docs/shards/slurm.sh", @"#SBATCH --array=1-(\d+)", @"--shard ""\$SLURM_ARRAY_TASK_ID/(\d+)""")]
    [InlineData("docs/shards/kubernetes.yml", @"completions: (\d+)", @"--shard ""\$\(\(JOB_COMPLETION_INDEX \+ 1\)\)/(\d+)""")]
    public void As_many_jobs_are_started_as_there_are_shards(string file, string jobs, string shards) =>
        Assert.Equal(Regex.Match(Read(file), jobs).Groups[1].Value, Regex.Match(Read(file), shards).Groups[1].Value);

    [Fact]
    public void An_action_has_one_version_everywhere()
    {
        var used = YamlFiles.SelectMany(row => Uses().Matches(Read(row.Data)))
            .Select(use => (Name: use.Groups[1].Value, Version: use.Groups[2].Value))
            .Distinct()
            .ToList();

        Assert.All(used, use => Assert.Matches(@"^v\d+$", use.Version));
        Assert.Empty(used.GroupBy(use => use.Name).Where(action => action.Count() > 1).Select(action => action.Key));
    }

    [Theory]
    [InlineData("", "POST repos/o/r/issues/7/comments")]
    [InlineData("42\n43", "PATCH repos/o/r/issues/comments/42")]
    public async Task The_comment_of_before_is_found_by_its_mark_and_brought_up_to_date(string found, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the workflow runs on Linux");
        using var folder = new TemporaryProject();
        var gh = folder.Write(
            "bin/gh", $"#!/bin/sh\nprintf '%s\\n' \"$*\" >> calls.txt\ncase \"$*\" in *--paginate*) printf '%s' '{found}';; esac\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        folder.Write("comparison.md", ReportMarkdown.Marker + "\nBetter.\n");

        using var bash = Process.Start(new ProcessStartInfo("bash", ["-e", "-c", StepOf("Comment on the pull request")])
        {
            WorkingDirectory = folder.Root,
            Environment =
            {
                ["PATH"] = $"{folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                ["REPOSITORY"] = "o/r",
                ["NUMBER"] = "7"
            },
        });
        await bash!.WaitForExitAsync(TestContext.Current.CancellationToken); // bash is there on Linux

        Assert.Equal(0, bash.ExitCode);
        var calls = await File.ReadAllLinesAsync(folder.PathOf("calls.txt"), TestContext.Current.CancellationToken);
        Assert.Equal(2, calls.Length);
        Assert.StartsWith("api --paginate repos/o/r/issues/7/comments --jq ", calls[0], StringComparison.Ordinal);
        Assert.Contains($"startswith(\"{ReportMarkdown.Marker}\")", calls[0], StringComparison.Ordinal);
        Assert.Equal($"api --silent --method {expected} -F body=@comparison.md", calls[1]);
    }

    /// <summary>The script of the step of that name in ci.yml.</summary>
    private static string StepOf(string name) => Mappings(".github/workflows/ci.yml")
        .Where(mapping => ValueOf(mapping, "name") == name).Select(mapping => ValueOf(mapping, "run")).OfType<string>().Single();

    /// <summary>Without the program's bare name, which stands for many things.</summary>
    private static IEnumerable<IReadOnlyList<string>> WithArguments(string file) => CallsIn(file).Where(call => call.Count > 0);

    private static List<IReadOnlyList<string>> CallsIn(string file) =>
    [
        .. ShellCommands.In(Path.GetExtension(file) switch
        {
            ".yml" => string.Join('\n', Scalars(file)),
            ".md" => ShellCommands.InFences(Read(file)),
            _ => Read(file),
        }),
    ];

    private static IEnumerable<string> Scalars(string file) => Nodes(file).OfType<YamlScalarNode>().Select(scalar => scalar.Value ?? "");

    private static IEnumerable<YamlMappingNode> Mappings(string file) => Nodes(file).OfType<YamlMappingNode>();

    private static IEnumerable<YamlNode> Nodes(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Read(file)));
        return Assert.Single(stream.Documents).AllNodes;
    }

    private static string? ValueOf(YamlMappingNode mapping, string key) =>
        mapping.Children
            .Where(child => child.Key is YamlScalarNode scalar && scalar.Value == key)
            .Select(child => (child.Value as YamlScalarNode)?.Value)
            .SingleOrDefault();

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder), pattern)
            .Select(path => $"{folder}/{Path.GetFileName(path)}")
            .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    [GeneratedRegex(@"uses: ([\w-]+/[\w-]+)(?:/[\w-]+)*@(\S+)")]
    private static partial Regex Uses();
}
