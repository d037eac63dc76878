using System.Numerics;
using Glassy.Datasets;
using Glassy.Execution;
using Glassy.Imaging;
using Glassy.Progress;

namespace Glassy.Tests.Datasets;

public sealed class DigitsSourceTests
{
    private static readonly ProjectFolder Program = new(AppContext.BaseDirectory);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_thousand_digits_are_split_four_to_one_in_each_class()
    {
        var digits = await LoadAsync();

        Assert.Equal(new ImageShape(28, 28, 1), digits.Train.Shape);
        Assert.Equal(Enumerable.Repeat(400, 10), digits.Train.CountPerClass(10));
        Assert.Equal(Enumerable.Repeat(100, 10), digits.Test.CountPerClass(10));
        Assert.Equal(Enumerable.Range(0, 10).Select(digit => $"{digit}"), digits.Classes);
        Assert.Equal(5000, Enumerable.Range(0, 4000).Count(i => digits.Train.Image(i).Span.ContainsAnyInRange((byte)128, (byte)255))
            + Enumerable.Range(0, 1000).Count(i => digits.Test.Image(i).Span.ContainsAnyInRange((byte)128, (byte)255)));
    }

    [Fact]
    public async Task Another_picture_is_not_taken_for_the_digits()
    {
        using var project = new TemporaryProject();
        var path = project.Write("digits.png", Png.Encode(new byte[4], new ImageShape(2, 2, 1)));
        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => new DigitsSource(path, null, project.Folder).LoadAsync(Token));
        Assert.Equal(
            "digits.png: 2×2 pixels, expected OpenCV's digits.png of 2000×1000; restore the file that came with the program",
            exception.Message);
    }

    [Fact]
    public async Task The_nearest_MNIST_picture_correlates_0_976_on_average()
    {
        using var http = new HttpClient();
        var catalog = new DatasetCatalog(Program, NoProgress.Instance, http, TimeProvider.System, Mnist.DatasetsFolder());
        var mnist = await (await catalog.ResolveAsync(new Glassy.Datasets.Options.DatasetOptions { Name = "mnist" }, Token)).LoadAsync(
            Token);
        var digits = await LoadAsync();

        // On one thread: other tests run at the same time, and some of them watch the clock.
        var known = Enumerable.Range(0, mnist.Train.Count).Select(i => Standardised(mnist.Train.Image(i).Span)).ToArray();
        var nearest = new float[40];
        for (var n = 0; n < nearest.Length; n++)
        {
            var digit = Standardised(digits.Train.Image(n * digits.Train.Count / nearest.Length).Span);
            nearest[n] = known.Max(other => Dot(digit, other));
        }

        Assert.InRange(nearest.Average(), 0.97, 0.985);
    }

    private static Task<ImageDataset> LoadAsync() =>
        new DigitsSource(Program.Absolute("data/datasets/digits/digits.png"), null, Program).LoadAsync(Token);

    /// <summary>Mean 0 and length 1: the dot product of two is their correlation.</summary>
    private static float[] Standardised(ReadOnlySpan<byte> pixels)
    {
        var mean = 0f;
        foreach (var level in pixels)
        {
            mean += (float)level / pixels.Length;
        }

        var centred = pixels.ToArray().Select(level => level - mean).ToArray();
        var length = MathF.Sqrt(Dot(centred, centred));
        return Array.ConvertAll(centred, level => level / length);
    }

    private static float Dot(float[] a, float[] b)
    {
        var sum = Vector<float>.Zero;
        var whole = a.Length - (a.Length % Vector<float>.Count);
        for (var i = 0; i < whole; i += Vector<float>.Count)
        {
            sum += new Vector<float>(a, i) * new Vector<float>(b, i);
        }

        var rest = 0f;
        for (var i = whole; i < a.Length; i++)
        {
            rest += a[i] * b[i];
        }

        return Vector.Sum(sum) + rest;
    }
}
