using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Glassy.Execution;
using Glassy.Theme;
using Glassy.Wording;
using Scriban;
using Scriban.Syntax;

namespace Glassy.Tests.Wording;

/// <summary>Every word of the shipped theme is in its languages' files, and every word there is said somewhere.</summary>
public sealed partial class ThemeWordsTests
{
    private const char Code = '\uE000';

    /// <summary>Names and signs that are the same in every language.</summary>
    private static readonly string[] Names = ["run.log", "glassy", "Ctrl", "Z"];

    private static readonly ProjectFolder NoProject = new(Path.Combine(Path.GetTempPath(), "glassy-no-such-project"));

    public static TheoryData<string> Templates =>
        [.. ThemeFiles.Of(NoProject).Below("").Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_word_is_left_in_a_template(string template)
    {
        var text = Read(template);
        // the parser always makes one
        var body = new HtmlParser().ParseDocument("<body>" + Blocks().Replace(TagNames().Replace(text, "$1p"), Code.ToString())).Body!;
        var said = body
            .Descendants<IText>()
            .Where(node => node.ParentElement is not { LocalName: "script" or "style" })
            .Select(node => node.Text)
            .Concat(body.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name is "title" or "aria-label" or "alt" or "placeholder")
                .Select(attribute => attribute.Value));
        var literals = Literals(Template.Parse(text).Page!).Where(literal => Sentence().IsMatch(literal));

        Assert.Equal([], said
            .SelectMany(piece => piece.Split(Code))
            .Select(piece => piece.Trim())
            .Where(piece => piece.Any(char.IsLetter) && !Names.Contains(piece)));
        Assert.Equal([], literals);
    }

    [Fact]
    public void Every_word_that_is_said_is_there_and_every_word_that_is_there_is_said()
    {
        var words = new WordsReader(NoProject, ThemeFiles.Of(NoProject).Folders).Read("en");
        var known = words.Below("").Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        var said = Sources("site", "*.html").SelectMany(text => InTemplates().Matches(text))
            .Concat(Sources("src", "*.cs").SelectMany(text => InCode().Matches(text)))
            .Select(match => match.Groups[1].Value)
            .Concat(Sources("site/assets/js", "*.js")
            .SelectMany(text => InScripts().Matches(text))
            .SelectMany(match => match.Groups[1].Captures.Concat(match.Groups[2].Captures))
            .Select(key => "scripts." + key.Value))
            .Where(key => known.Any(word => word.StartsWith(key.Split('.')[0] + ".", StringComparison.Ordinal)))
            .ToHashSet(StringComparer.Ordinal);
        // their keys are made of kinds, of datasets and of checks
        string[] families = ["admonition.", "datasets.", "remarks.", "left_out.", "checks."];

        Assert.Equal(
            [],
            Sources("site", "*.html").SelectMany(text => InTemplates().Matches(text)).Select(match => match.Groups[1].Value).Except(known));
        Assert.Equal([], said.Where(key => key.StartsWith("scripts.", StringComparison.Ordinal)).Except(known));
        Assert.Equal([], known.Except(said).Where(key => !families.Any(family => key.StartsWith(family, StringComparison.Ordinal))));
    }

    [Fact]
    public void German_says_everything_and_says_it_in_German()
    {
        var reader = new WordsReader(NoProject, ThemeFiles.Of(NoProject).Folders);
        var english = reader.Read("en").Below("").ToDictionary(word => word.Key, word => word.Value.Other, StringComparer.Ordinal);
        var same = reader
            .Read("de")
            .Below("")
            .Where(word => word.Value.Other == english[word.Key] && Sentence().IsMatch(word.Value.Other))
            .Select(word => word.Key);

        Assert.Equal(["de", "en"], reader.Languages);
        Assert.Empty(same);
    }

    private static IEnumerable<string> Literals(ScriptNode node)
    {
        IEnumerable<string> own = node is ScriptLiteral { Value: string text } ? [text] : [];
        return own.Concat(Enumerable.Range(0, node.ChildrenCount).Select(node.GetChildren).OfType<ScriptNode>().SelectMany(Literals));
    }

    private static string Read(string template) => File.ReadAllText(ThemeFiles.Of(NoProject).Find(template)!); // it was listed

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)
                && !file.Replace('\\', '/').Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(</?)\{\{.*?\}\}")]
    private static partial Regex TagNames();

    [GeneratedRegex(@"\p{L}{2,} \p{L}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\bword ""([a-z_.0-9]+)""")]
    private static partial Regex InTemplates();

    [GeneratedRegex(@"""([a-z_]+\.[a-z_0-9]+)""")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\bword\((?:[\w()]+ \? )?'(\w+)'(?: : '(\w+)')?")]
    private static partial Regex InScripts();
}
