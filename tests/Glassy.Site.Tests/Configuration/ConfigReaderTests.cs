using Glassy.Caching;
using Glassy.Configuration;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Tests.Configuration;

public sealed class ConfigReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var config = ConfigReader.Read(
            """
            dataset: mnist
            samples: all
            run:
              model: mlp
              hidden: [64, 32]
              epochs: 2
              batchSize: 16
              learningRate: 0.01
              preprocess: binarize+ skeleton
              normalize: scale
              seed: 7
              threads: 2
            site:
              title: A site
              tagline: Of digits
              url: https://example.org
              basePath: /glassy
              routeBase: /docs/
              repository: https://example.org/repo
              linkStyle: file
              trailingSlash: false
              cname: docs.example.org
              onBrokenLinks: warn
              onBrokenAnchors: throw
              onBrokenImages: ignore
            """,
            "glassy.yml");

        Assert.Equal(("mnist", (int?)null), (config.Dataset.Name, config.Samples));
        Assert.Equal([64, 32], config.Run.Hidden);
        Assert.Equal(
            new TrainingOptions
            {
                Hidden = config.Run.Hidden,
                Epochs = 2,
                BatchSize = 16,
                LearningRate = 0.01,
                Preprocess = "binarize + skeleton",
                Normalize = Normalization.Scale,
                Seed = 7,
                Threads = 2
            },
            config.Run);
        Assert.Equal(
            new SiteConfig
            {
                Title = "A site",
                Tagline = "Of digits",
                Url = "https://example.org",
                BasePath = "/glassy/",
                RouteBase = "/docs/",
                Repository = "https://example.org/repo",
                LinkStyle = LinkStyle.File,
                TrailingSlash = TrailingSlash.Never,
                Cname = "docs.example.org",
                OnBrokenLinks = Severity.Warning,
                OnBrokenAnchors = Severity.Error,
                OnBrokenImages = null,
            },
            config.Site);
    }

    [Fact]
    public void Addresses_are_kept_without_a_last_slash_and_folders_with_one()
    {
        var site = ConfigReader.Read(
            "site: {url: 'https://a.org/', repository: 'https://b.org/r/', editUrl: 'https://c.org/e/', basePath: /d, routeBase: /f/}",
            "glassy.yml").Site;

        Assert.Equal(
            ("https://a.org", "https://b.org/r", "https://c.org/e", "/d/", "/f/"),
            (site.Url, site.Repository, site.EditUrl, site.BasePath, site.RouteBase));
    }

    [Fact]
    public void Pages_are_edited_where_it_is_said_or_below_the_repository()
    {
        var site = new SiteConfig { Repository = "https://b.org/r" };

        Assert.Equal(
            ("https://b.org/r/edit/main", "https://c.org/e", null),
            (site.EditFolder, (site with { EditUrl = "https://c.org/e" }).EditFolder, new SiteConfig().EditFolder));
    }

    [Fact]
    public void A_list_may_be_empty_and_every_item_of_it_is_checked()
    {
        Assert.Empty(ConfigReader.Read("run: {hidden: []}", "glassy.yml").Run.Hidden);
        Assert.Throws<DiagnosticException>(() => ConfigReader.Read("run: {hidden: [4, 0]}", "glassy.yml"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("run:\nsite:\n")]
    public void What_is_not_given_has_its_default(string yaml)
    {
        var config = ConfigReader.Read(yaml, "glassy.yml");

        Assert.Equal(("auto", 16, 4, "/"), (config.Dataset.Name, config.Samples, config.Run.Epochs, config.Site.BasePath));
    }

    [Theory]
    [InlineData("checks: {mute: {GL07: because}}", "glassy.yml:1:17: there is no check 'GL07'; did you mean `GL0")]
    [InlineData("checks:\n  mute:\n    GL007:\n", "glassy.yml:3:11: 'checks.mute.GL007' has no reason, expected why")]
    [InlineData("checks:\n  mute:\n    GL007: ' '\n", "glassy.yml:3:12: 'checks.mute.GL007' has no reason, expected why")]
    [InlineData("checks: {silence: {}}", "glassy.yml:1:10: unknown key 'checks.silence', expected `mute` with a reason for each code")]
    [InlineData("checks: [GL007]", "glassy.yml:1:9: 'checks' is no group of keys, expected `mute`")]
    public void A_muted_check_has_a_code_and_a_reason(string yaml, string beginning) => Assert.StartsWith(
        beginning,
        Assert.Single(Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml")).Diagnostics).ToString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "datasett: mnist",
        "glassy.yml:1:1: unknown key 'datasett'; did you mean `dataset`? known: dataset, samples, run, site, runs, checks")]
    [InlineData(
        "run:\n  epoch: 4",
        "glassy.yml:2:3: unknown key 'run.epoch'; did you mean `epochs`? known: model, hidden, channels, dropout, epochs, batchSize, validation, patience, learningRate, schedule, weightDecay, classWeights, labelSmoothing, augment, preprocess, normalize, seed, threads")]
    [InlineData("run:\n  epochs: many", "glassy.yml:2:11: 'run.epochs' is 'many', expected a whole number from 1")]
    [InlineData(
        "run:\n  epochs: 3000000000",
        "glassy.yml:2:11: 'run.epochs' is '3000000000', expected a whole number from 1; at most 2,147,483,647")]
    [InlineData("run:\n  epochs: 0", "glassy.yml:2:11: 'run.epochs' is '0', expected a whole number from 1")]
    [InlineData("run:\n  epochs: [1]", "glassy.yml:2:11: 'run.epochs' is [1], expected a whole number from 1")]
    [InlineData("run:\n  hidden: 128", "glassy.yml:2:11: 'run.hidden' is '128', expected a list of whole numbers from 1")]
    [InlineData(
        "run: 5",
        "glassy.yml:1:6: 'run' holds keys: model, hidden, channels, dropout, epochs, batchSize, validation, patience, learningRate, schedule, weightDecay, classWeights, labelSmoothing, augment, preprocess, normalize, seed, threads")]
    [InlineData(
        "run:\n  preprocess: dilate + thin-guo-hal",
        "glassy.yml:2:15: 'run.preprocess' is 'dilate + thin-guo-hal', expected none, or steps joined by +: binarize, deskew, dilate, skeleton, thin-guo-hall, thin-zhang-suen; scale or unit-columns may come last and stands for normalize; unknown step 'thin-guo-hal'; did you mean `thin-guo-hall`?")]
    [InlineData(
        "run:\n  preprocess: scale + dilate",
        "glassy.yml:2:15: 'run.preprocess' is 'scale + dilate', expected none, or steps joined by +: binarize, deskew, dilate, skeleton, thin-guo-hall, thin-zhang-suen; scale or unit-columns may come last and stands for normalize; scale makes inputs of levels: only a recipe's chain has it, as its last step")]
    [InlineData(
        "run:\n  augment: shfit 2",
        "glassy.yml:2:12: 'run.augment' is 'shfit 2', expected none, or changes joined by +: shift (a whole number of pixels from 1 to 99), rotate (degrees above 0, up to 180), scale (a share above 0 and below 1), elastic (pixels above 0, up to 99); unknown change 'shfit'; did you mean `shift`? known: shift, rotate, scale, elastic")]
    [InlineData("run:\n  weightDecay: -1", "glassy.yml:2:16: 'run.weightDecay' is '-1', expected a number from 0")]
    [InlineData("run:\n  patience: 0", "glassy.yml:2:13: 'run.patience' is '0', expected a whole number from 1, or none")]
    [InlineData("run:\n  schedule: step", "glassy.yml:2:13: 'run.schedule' is 'step', expected constant, cosine or one-cycle")]
    [InlineData("site:\n  url: ftp://x", "glassy.yml:2:8: 'site.url' is 'ftp://x', expected an http(s) address without a path")]
    [InlineData("site:\n  trailingSlash: maybe", "glassy.yml:2:18: 'site.trailingSlash' is 'maybe', expected true or false")]
    [InlineData(
        "site:\n  cname: https://x.org", "glassy.yml:2:10: 'site.cname' is 'https://x.org', expected a domain, such as docs.example.org")]
    [InlineData("site:\n  onBrokenAnchors: error", "glassy.yml:2:20: 'site.onBrokenAnchors' is 'error', expected throw, warn or ignore")]
    [InlineData("- a", "glassy.yml:1:1: expected keys and values, such as 'dataset: auto'")]
    public void A_mistake_is_reported_with_its_place_and_what_is_known(string yaml, string expected)
    {
        var mistakes = Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml"));

        Assert.Equal(expected, Assert.Single(mistakes.Diagnostics).ToString());
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var mistakes = Assert.Throws<DiagnosticException>(() => ConfigReader.Read("datset: x\nrun:\n  seed: -1\n", "glassy.yml"));

        Assert.Equal([1, 3], mistakes.Diagnostics.Select(d => d.Line));
    }

    [Theory]
    [InlineData("a: [1", 2)]
    [InlineData("dataset: a\ndataset: b", 2)]
    public void Invalid_YAML_is_reported_with_its_line(string yaml, int line)
    {
        var mistakes = Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml"));

        var mistake = Assert.Single(mistakes.Diagnostics);
        Assert.StartsWith("not valid YAML: ", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(line, mistake.Line);
    }

    [Theory]
    [InlineData("run:\n\tseed: 1\n", 2, 1)]
    [InlineData("run:\n  seed: 1\n \tepochs: 2\n", 3, 2)]
    public void A_tab_that_indents_is_reported_where_it_is(string yaml, int line, int column)
    {
        var mistake = Assert.Single(Assert.Throws<DiagnosticException>(() => ConfigReader.Read(yaml, "glassy.yml")).Diagnostics);

        Assert.Equal((line, column), (mistake.Line, mistake.Column));
    }

    [Fact]
    public void A_dataset_is_a_word_or_a_group_of_keys()
    {
        Assert.Equal(new DatasetOptions { Name = "photos" }, ConfigReader.Read("dataset: photos", "glassy.yml").Dataset);
        Assert.Equal(
            new DatasetOptions
            {
                Path = "photos",
                Resize = new ResizeOptions { Size = new PixelSize(64, 48), Fit = PictureFit.Crop },
                Split = new SplitOptions { Test = 0.5, Seed = 3 },
                OnCorrupt = CorruptReaction.Skip,
            },
            ConfigReader.Read(
                "dataset: { path: photos, resize: { size: 64x48, fit: crop }, split: { test: 0.5, seed: 3 }, onCorrupt: skip }",
                "glassy.yml").Dataset);
    }

    [Fact]
    public void Every_default_in_the_schema_is_the_records_own()
    {
        var config = new GlassyConfig();
        foreach (var key in ConfigSchema.Keys.Where(k => k.Default.Length > 0))
        {
            string[] values = key.IsList ? key.Default.Trim('[', ']').Split(", ") : [key.Default];
            var applied = key.Apply(config, values);

            Assert.NotNull(applied);
            Assert.Equal(StageCache.KeyOf("config", 1, config), StageCache.KeyOf("config", 1, applied));
        }
    }
}
