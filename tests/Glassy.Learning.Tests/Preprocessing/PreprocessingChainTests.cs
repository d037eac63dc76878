using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Preprocessing;
using Glassy.Runs;

namespace Glassy.Tests.Preprocessing;

public sealed class PreprocessingChainTests
{
    [Fact]
    public void The_catalog_has_one_step_of_each_name_that_a_configuration_can_give()
    {
        Assert.Equal(PreprocessingNames.All, PreprocessorCatalog.All.Select(step => step.Name));
        Assert.Equal(PreprocessingNames.All, PreprocessorCatalog.Names);
        Assert.All(PreprocessorCatalog.All, step => Assert.Matches(@"^[A-Z].*\.$", step.Description));
        Assert.All(PreprocessorCatalog.All, step => Assert.Same(step, PreprocessorCatalog.Get(step.Name)));
    }

    [Theory]
    [InlineData("none", "none")]
    [InlineData("", "none")]
    [InlineData("  none ", "none")]
    [InlineData("dilate", "dilate")]
    [InlineData(" binarize+thin-guo-hall", "binarize + thin-guo-hall")]
    [InlineData("deskew  +\tskeleton + dilate", "deskew + skeleton + dilate")]
    public void A_chain_has_one_way_to_be_written(string text, string written)
    {
        Assert.Equal(written, PreprocessingChain.Parse(text).ToString());
        Assert.Equal(written, new TrainingOptions { Preprocess = text }.Preprocess);
    }

    [Theory]
    [InlineData("binarize + thin-guo-hal", "unknown step 'thin-guo-hal'; did you mean `thin-guo-hall`?")]
    [InlineData("binarize + xyz", "unknown step 'xyz'")]
    [InlineData("binarize + ", "a step is empty")]
    [InlineData("none + dilate", "none stands alone")]
    public void A_mistake_names_the_step_the_nearest_and_all(string text, string mistake) => Assert.Equal(
        $"preprocess is '{text}', expected none, or steps joined by +: "
        + $"binarize, deskew, dilate, skeleton, thin-guo-hall, thin-zhang-suen; {mistake}",
        Assert.Throws<ArgumentException>(() => PreprocessingChain.Parse(text)).Message);

    [Fact]
    public void An_unknown_step_is_answered_with_the_nearest() => Assert.StartsWith(
        "unknown preprocessing step 'dilat'; did you mean `dilate`? known: ",
        Assert.Throws<ArgumentException>(() => PreprocessorCatalog.Get("dilat")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_chain_of_nothing_gives_what_it_got()
    {
        var images = new LabeledImages(new ImageShape(1, 2, 1), [1, 2, 3, 4], [0, 1]);
        var none = PreprocessingChain.Parse(PreprocessingNames.None);
        Assert.Same(images, none.Apply(images));
        Assert.Equal([1, 2], Drawn.Apply(PreprocessingNames.None, [1, 2], images.Shape));
    }

    [Fact]
    public void Steps_are_applied_in_order()
    {
        var (pixels, shape) = Drawn.Read("...\n.#.\n...");
        Assert.Equal(pixels, Drawn.Apply("dilate + thin-guo-hall", pixels, shape));
        Assert.Equal(Enumerable.Repeat((byte)255, 9), Drawn.Apply("thin-guo-hall + dilate", pixels, shape));
    }

    [Fact]
    public void Pictures_together_become_what_each_becomes_alone()
    {
        var shape = new ImageShape(9, 8, 1);
        var random = new Random(5);
        var pixels = new byte[40 * shape.Length];
        random.NextBytes(pixels);
        var images = new LabeledImages(shape, pixels, [.. Enumerable.Range(0, 40)]);

        var made = PreprocessingChain.Parse("deskew + dilate + skeleton").Apply(images);

        Assert.Equal(images.Labels, made.Labels);
        Assert.Equal(shape, made.Shape);
        for (var n = 0; n < images.Count; n++)
        {
            Assert.Equal(Drawn.Apply("deskew + dilate + skeleton", images.Image(n).ToArray(), shape), made.Image(n).ToArray());
        }
    }

    [Fact]
    public void Each_channel_is_made_on_its_own()
    {
        var (nine, shape) = Drawn.Read(Drawn.Nine);
        byte[] other = [.. nine.Select((_, i) => (byte)(i % 3 * 60))];
        byte[] colour = [.. nine.SelectMany((level, i) => new[] { level, (byte)0, other[i] })];
        Assert.All(PreprocessingNames.All, step =>
        {
            var made = Drawn.Apply(step, colour, shape with { Channels = 3 });
            Assert.Equal(Drawn.Apply(step, nine, shape), made.Where((_, i) => i % 3 == 0));
            Assert.All(made.Where((_, i) => i % 3 == 1), level => Assert.Equal(0, level));
            Assert.Equal(Drawn.Apply(step, other, shape), made.Where((_, i) => i % 3 == 2));
        });
    }
}
