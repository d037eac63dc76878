using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Glassy.Components;
using Glassy.Components.Binding;
using Glassy.Datasets;
using Glassy.Datasets.Drawings;
using Glassy.Drawing;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Theme;

namespace Glassy.Tests.Components;

/// <summary>Whatever stands on a page, and however often: no id is there twice, and what names one finds it.</summary>
public sealed partial class UniqueIdsTests
{
    /// <summary>How components are used that need more than their name.</summary>
    private static readonly Dictionary<string, string> Calls = new()
    {
        ["ImagesTable"] = "<ImagesTable dirname=\"train\" classdigit=\"cat\" />",
        ["CustomImagesTable"] = "<CustomImagesTable dirname=\"wrong-predictions\" classdigit=\"dog\" />",
        ["Samples"] = "<Samples split=\"test\" />",
        ["Mistakes"] = "<Mistakes by=\"confidence\" />\n\n<Mistakes by=\"pair\" errors=\"./page.md\" />",
        ["DoubtedLabels"] = "<DoubtedLabels />\n\n<DoubtedLabels errors=\"./page.md\" />",
        ["ClassCounts"] = "<ClassCounts split=\"train\" />",
        ["ConfusionMatrix"] = "<ConfusionMatrix />\n\n<ConfusionMatrix set=\"custom\" />\n\n<ConfusionMatrix errors=\"./page.md\" />",
        ["Gallery"] = "<Gallery errors=\"./page.md\" />",
        ["ConfusedPairs"] = "<ConfusedPairs errors=\"./page.md\" />",
        ["ThresholdCurves"] = "<ThresholdCurves of=\"cat\" />",
        ["Slices"] = "<Slices by=\"group\" min={1} />\n\n<Slices by=\"group\" min={1} />",
        ["Hypothesis"] = "<Hypothesis recipe=\"run\" />",
        ["CompareRuns"] = "<CompareRuns a=\"run\" b=\"run\" />",
        ["DigitWall"] = "<DigitWall errors=\"./page.md\" />",
        ["CodeRegion"] = "<CodeRegion file=\"src/Glassy.Experiments/Datasets/Files/IdxReader.cs\" region=\"idx-header\" />",
        ["CodeBlock"] = "<CodeBlock language=\"csharp\">var x = 1;</CodeBlock>",
        ["Tabs"] = "<Tabs><TabItem value=\"a\">A</TabItem><TabItem value=\"b\" label=\"B\">B</TabItem></Tabs>",
        ["TabItem"] = "", // stands in Tabs
        ["When"] = "<When test=\"yes\">\n\n### Inside\n\nText.\n\n</When>",
        ["Details"] = "<Details summary=\"More\">\n\n### Inside\n\nText.\n\n</Details>",
        ["Admonition"] = "<Admonition type=\"tip\">Text.</Admonition>",
        ["Example"] = "<Example>\n\n```md\n<LearningCurve />\n```\n\n<LearningCurve />\n\n</Example>",
        ["ComponentReference"] = "<ComponentReference name=\"Tabs\" />",
        ["ConfigurationReference"] = "<ConfigurationReference section=\"site\" />",
        ["CommandReference"] = "<CommandReference name=\"build\" />",
    };

    private static readonly ComponentSite Site = RecordedRun.Site with
    {
        Results = RecordedRun.Results with { Traits = [new PictureTrait("group", ["a", "b", "a", "b", "a", "b", "a", "b", "a"])] },
        Project = new ProjectFolder(RepositoryRoot.Path),
        Commands = [new CommandInfo("build", "Builds.", "", [])],
        Assets = RecordedRun.Site.Assets! with
        {
            FirstLayer = FirstLayerFigures.Of(new FirstLayer(new ImageShape(1, 2, 1), [1, 0, 0, 1], [0, 0])),
            FirstLayerWeights = "assets/w.png",
        },
        Preprocessed = new PreprocessedSamples(
            new ImageShape(4, 6, 1),
            [new PreprocessedSamples.Sample(0, 0)],
            [.. PreprocessingNames.All.Prepend(PreprocessingNames.None)
                .Select(step => new PreprocessedSamples.Chain(step, [new TilePlace("assets/strips/preprocessing-0.png", 0)]))]),
        Gallery = new GalleryAssets(new ImageShape(4, 6, 1), 9, ".png", [3, 4, 6, 0], "assets/strips/all.js", ["group"]),
        Drawing = new DrawingAssets(
            "assets/drawing/gallery.png",
            [new GalleryPicture(5, 1, 1, 0.75f)],
            new BrowserWeights("assets/drawing/model.js", 1234, Polarity.DarkOnBright, 5, 9),
            WhyNot: null),
    };

    [Fact]
    public void Every_component_can_stand_on_a_page_twice()
    {
        var calls = ComponentCatalog.All(_ => "").Select(component => Calls.GetValueOrDefault(component.Name, $"<{component.Name} />"));
        var once = string.Join("\n\n", calls);

        var page = Render($"# Page\n\n## Misread\n\n## Footnote label\n\n## Learning curve title\n\n{once}\n\n{once}\n");

        Assert.Equal(["misread", "misread-2", "misread-3"], Ids(page).Where(id => id.StartsWith("misread", StringComparison.Ordinal)));
        Assert.Contains("cm-dog-cat", Ids(page));
        Assert.Contains("picture-4-2", Ids(page));
    }

    [Fact]
    public void What_is_included_twice_has_ids_of_its_own()
    {
        var page = Render("""
            -- page.md --
            import Part from './_part.md'

            # Page

            Own[^a].

            <Part />

            <Part />

            [^a]: Own.
            -- _part.md --
            ## Heading

            Text[^a] and again[^a], then[^b].

            <Tabs><TabItem value="a">A</TabItem><TabItem value="b">B</TabItem></Tabs>

            <LearningCurve />

            [^a]: Note.
            [^b]: Other.
            """);

        Assert.Equal(["heading", "heading-1"], page.QuerySelectorAll("h2[id^=heading]").Select(heading => heading.Id));
        Assert.Equal(5, page.QuerySelectorAll("section[data-footnotes] li").Length);
        Assert.Equal(4, page.QuerySelectorAll("input[id^=tabs-]").Length);
    }

    /// <summary>Renders a page by the site's own templates and looks at all of its ids.</summary>
    private static IElement Render(string text)
    {
        var site = new SiteFixture(text, Site, templates: new Templates());
        Assert.Empty(site.Problems);
        var ids = Ids(site.Body);
        var named = References(site.Body).ToList();

        Assert.Empty(ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(named.Except(ids));
        return site.Body;
    }

    private static List<string> Ids(IElement page) => [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)]; // they have one

    private static IEnumerable<string> References(IElement page)
    {
        foreach (var element in page.QuerySelectorAll("*"))
        {
            foreach (var attribute in element.Attributes)
            {
                var names = attribute.Name switch
                {
                    "for" or "list" or "popovertarget" => [attribute.Value],
                    "headers"
                        or "aria-labelledby"
                        or "aria-describedby"
                        or "aria-controls"
                        or "aria-owns"
                        or "aria-details"
                        or "aria-flowto"
                        or "aria-activedescendant" =>
                        attribute.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    "href" or "xlink:href" when attribute.Value.StartsWith('#') && attribute.Value.Length > 1 =>
                        [Uri.UnescapeDataString(attribute.Value[1..])],
                    "href" when attribute.Value.StartsWith("../page#", StringComparison.Ordinal) =>
                        [Uri.UnescapeDataString(attribute.Value["../page#".Length..])],
                    _ => UrlReference().Matches(attribute.Value).Select(match => match.Groups[1].Value),
                };
                foreach (var name in names)
                {
                    yield return name;
                }
            }
        }
    }

    [GeneratedRegex(@"url\(['""]?#([^)'""]+)")]
    private static partial Regex UrlReference();

    private sealed class Templates : ITemplateRenderer
    {
        private readonly ScribanTheme _theme = new(new ProjectFolder(RepositoryRoot.Path));

        public RawHtml Render(string template, object model) => _theme.Render(template, model, TestContext.Current.CancellationToken);
    }
}
