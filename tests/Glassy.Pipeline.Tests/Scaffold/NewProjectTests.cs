using AngleSharp.Html.Parser;
using Glassy.Tests.Cli;

namespace Glassy.Tests.Scaffold;

public sealed class NewProjectTests : IDisposable
{
    private readonly ScratchProject _flowers = new();
    private readonly TemporaryProject _new = new();

    public void Dispose()
    {
        _flowers.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task A_new_project_builds_without_a_mistake_and_shows_its_run()
    {
        var made = await GlassyProcess.RunAsync(_flowers.Root, "new", _new.Root);
        var built = await GlassyProcess.RunAsync(_new.Root, "--dataset", Path.Combine(_flowers.Root, "flowers"));

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Contains(
            "  .github/workflows/pages.yml\n  .github/workflows/sweep.yml\n  .gitignore\n",
            made.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.Equal((0, ""), (built.ExitCode, built.Errors));
        var schema = await GlassyProcess.RunAsync(_flowers.Root, "schema");
        Assert.Equal(schema.Output, File.ReadAllText(_new.PathOf("glassy.schema.json")));
        var page = new HtmlParser().ParseDocument(File.ReadAllText(_new.PathOf("output/results/index.html")));
        Assert.NotNull(page.QuerySelector(".matrix table"));
        Assert.Contains(
            "of 15 test pictures. ",
            string.Join(' ', page.QuerySelector("article p")!.TextContent.Split((char[]?)null)),
            StringComparison.Ordinal);
        // test and training pictures are the same here
        Assert.Contains(
            "15 of 15 test pictures are also in the training set",
            page.QuerySelector(".admonition")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guide_names_every_verb_of_the_help()
    {
        var help = await GlassyProcess.RunAsync(_flowers.Root, "--help");
        var verbs = help.Output.ReplaceLineEndings("\n").Split("Commands:\n")[1].Split("\n\n")[0].Split('\n')
            .Select(line => line.Trim().Split(' ')[0]).ToList();
        var guide = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Path, "input/guide/command-line.md"), TestContext.Current.CancellationToken);

        Assert.Contains("preview", verbs);
        foreach (var verb in verbs)
        {
            var own = await GlassyProcess.RunAsync(_flowers.Root, verb, "--help");
            Assert.Matches($"Examples:\r?\n  glassy( {verb}|)( |\r?\n)", own.Output);
        }

        Assert.All(verbs, verb => Assert.Contains($"<CommandReference name=\"{verb}\" />", guide, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_files_in_it_is_left_alone()
    {
        _new.Write("mine.txt", "mine");

        var refused = await GlassyProcess.RunAsync(_flowers.Root, "new", _new.Root);

        Assert.Equal(
            (1, $"error: {_new.Root}: the folder is not empty; name one that is, or one that is not there yet\n"),
            (refused.ExitCode, refused.Errors.ReplaceLineEndings("\n")));
        Assert.Equal(["mine.txt"], Directory.GetFiles(_new.Root).Select(Path.GetFileName));
    }
}
