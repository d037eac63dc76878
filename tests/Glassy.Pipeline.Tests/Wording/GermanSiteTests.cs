using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Glassy.Configuration;
using Glassy.Execution;
using Glassy.Pipelines;
using Glassy.Progress;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tests.Wording;

/// <summary>A site in German, with every component: the theme says nothing in English.</summary>
public sealed partial class GermanSiteTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Nothing_that_the_theme_says_is_left_in_English()
    {
        _project.Write(
            "glassy.yml", "dataset: flowers\nrun: {epochs: 2}\nsite: {title: Blumen, language: de, repository: 'https://example.org/b'}\n");
        _project.Write(
            "data/datasets/flowers/label-notes.yml",
            "source: Wir\nnotes:\n  - { index: 1, given: blue sky, consensus: rose }\n  - { index: 2, given: blue sky, verdict: split }\n");
        _project.Write(
            "input/index.md", "---\nslug: /\nlayout: home\n---\n# Blumen\n\n<Headline />\n<DigitWall count={9} errors=\"./alles.md\" />\n");
        _project.Write("input/alles.md", """
            ---
            tags: [eins]
            last_update: { date: 2024-03-05, author: Ada }
            ---
            # Alles

            {{ report.findings }} Anmerkung.[^1]

            ## Bilder
            <ImagesTable dirname="test" />
            <CustomImagesTable dirname="wrong-predictions" />
            <ClassCounts split="train" />
            <ClassCounts split="test" />
            <ConfusionMatrix set="test" />
            <ErrorsExplorer />
            <ClassReport />
            <Figures />
            <RecallBars />
            <ConfusedPairs />
            <Calibration />
            <ConfidenceHistogram />
            <DoubtedLabels />

            <LabelNotes />
            <FirstLayerWeights />
            <PreprocessingSteps />
            <ModelSummary />
            <LearningCurve />
            <TrainingLog />
            <CustomTest />
            <DrawPad />
            <DatasetCard />
            <Slices by="group" />
            <WorkspaceTree />
            <DocCardList />

            :::note
            Text.
            :::

            | a |
            |---|
            | b |

            ```python
            a = 1
            ```

            [^1]: Fu.
            """);
        _project.Write("input/teil/_category_.yml", "label: Teil\nlink: {type: generated-index}\n");
        _project.Write("input/teil/x.md", "---\nunlisted: true\n---\n# X\n");
        _project.Write("input/teil/y.md", "# Y\n");
        _project.Write("site/redirects.yml", "/alt: /teil/y\n");
        var folder = new ProjectFolder(_project.Root);
        var build = new BuildSettings(
            folder,
            folder.Absolute("input"),
            folder.Absolute("output"),
            ConfigReader.Read(_project.Read("glassy.yml"), "glassy.yml"),
            NoProgress.Instance);

        var result = await BuildPipelines.OfSite(build).RunAsync(TestContext.Current.CancellationToken);

        Assert.False(result.Failed, string.Join('\n', result.Diagnostics));
        var english = English();
        var pages = _project
            .Files("output", "*.html")
            .Select(file => (File: file, Page: new HtmlParser().ParseDocument(_project.Read(file))))
            .ToList();
        Assert.All(pages, page => Assert.Equal("de", page.Page.DocumentElement.GetAttribute("lang")));
        Assert.Empty(pages.SelectMany(page =>
            Said(page.Page).Distinct().Where(text => english.Any(word => word.IsMatch(text))).Select(text => $"{page.File}: {text}")));
        Assert.Contains("Bilder, [auf der Seite zu sehen](", _project.Read("output/alles/index.md"), StringComparison.Ordinal);
        Assert.Contains("\n## Seiten\n", _project.Read("output/llms.txt"), StringComparison.Ordinal);
        Assert.Contains(
            pages, page => page.File.Contains("/alles/", StringComparison.Ordinal) && Said(page.Page).Contains("95-%-Intervall"));
    }

    /// <summary>English words, whole, that German does not say too; {places} may be anything.</summary>
    private static List<Regex> English()
    {
        var reader = new WordsReader(
            new ProjectFolder(AppContext.BaseDirectory), ThemeFiles.Of(new ProjectFolder(AppContext.BaseDirectory)).Folders);
        var german = reader
            .Read("de")
            .Below("")
            .SelectMany(word => new[] { word.Value.One, word.Value.Other })
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reader.Read("en").Below("").Where(word =>
                !word.Key.StartsWith("scripts.", StringComparison.Ordinal) && !word.Key.StartsWith("language.", StringComparison.Ordinal))
                .SelectMany(word => new[] { word.Value.One, word.Value.Other }).Distinct()
                .Where(text => !german.Contains(text) && Letters().IsMatch(Places().Replace(text, "")))
                .Select(
                    text => new Regex("^" + string.Join(".+", Places().Split(text).Select(Regex.Escape)) + "$", RegexOptions.Singleline)),
        ];
    }

    /// <summary>Texts and what is read out; not code, whose language is its own.</summary>
    private static IEnumerable<string> Said(IHtmlDocument page) => page.Descendants<IText>()
        .Where(text => text.ParentElement?.Closest("code, pre, script, style") is null).Select(text => text.Text.Trim())
        .Concat(page.QuerySelectorAll("*").SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name is "title" or "aria-label" or "alt" or "placeholder")
            .Select(attribute => attribute.Value.Trim()))
        .Where(text => text.Length > 0);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"\p{L}{3}")]
    private static partial Regex Letters();
}
