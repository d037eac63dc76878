using AngleSharp.Html.Parser;

namespace Glassy.Tests.Pipelines;

/// <summary>Labels that the model doubts, on a page of a built site.</summary>
public sealed class DoubtedLabelsTests : IDisposable
{
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_doubted_picture_stands_beside_the_classes_of_the_training_pictures_most_like_it()
    {
        _project.Write("input/index.md", "---\nslug: /\n---\n# Labels\n\n<DoubtedLabels />\n");

        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        var rows = new HtmlParser().ParseDocument(_project.Read("output/index.html")).QuerySelectorAll(".doubts tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row => Assert.Equal(8, row.Children[2].TextContent.Split(',').Sum(near => int.Parse(near.Trim().Split('\u00a0')[0], null))));
        Assert.True(File.Exists(Path.Combine(_project.Root, "output/assets/js/doubts.js")));
    }
}
