using Glassy.Components.Binding;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Progress;
using Glassy.Recipes;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Pipelines;

/// <summary>What the command line and <c>glassy.yml</c> together ask for.</summary>
/// <param name="Project">The project's folder.</param>
/// <param name="Input">Absolute path of the folder with the Markdown.</param>
/// <param name="Output">Absolute path of the folder for the site.</param>
/// <param name="Config">From <c>glassy.yml</c>, with the command line's changes.</param>
/// <param name="Progress">Where long work says how far it has come.</param>
public sealed record BuildSettings(
    ProjectFolder Project,
    string Input,
    string Output,
    GlassyConfig Config,
    IProgressSink Progress)
{
    /// <summary>The recorded run to show: an id, or the beginning of one; null for the one that the options and data decide.</summary>
    public string? RunId { get; init; }

    /// <summary>The runs that are made when they are missing: those of the quick recipes, or of all.</summary>
    public RecipeSet Runs { get; init; }

    /// <summary>The part of them that this machine makes; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Whether a run that has not been recorded yet may be trained.</summary>
    public bool MayTrain { get; init; } = true;

    /// <summary>Whether what is no mistake, such as code in an unknown language, is mentioned.</summary>
    public bool IsDetailed { get; init; }

    /// <summary>The program's verbs, for pages that document them.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; init; } = [];

    /// <summary>Where costly results are kept.</summary>
    public string CacheFolder => Project.Absolute(".cache");

    /// <summary>What the theme says, in the site's language.</summary>
    /// <exception cref="Glassy.Diagnostics.DiagnosticException">There is no such language, or its file has mistakes.</exception>
    public Words ReadWords() => new WordsReader(Project, ThemeFiles.Of(Project).Folders).Read(Config.Site.Language);
}
