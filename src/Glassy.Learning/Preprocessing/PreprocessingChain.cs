using Glassy.Datasets;
using Glassy.Imaging;
using Glassy.Runs;

namespace Glassy.Preprocessing;

/// <summary>Steps of preprocessing, one after the other: <c>none</c>, or names joined by <c> + </c>.</summary>
public sealed class PreprocessingChain
{
    private PreprocessingChain(IReadOnlyList<IPreprocessor> steps) => Steps = steps;

    /// <summary>In the order in which they are applied; empty for none.</summary>
    public IReadOnlyList<IPreprocessor> Steps { get; }

    /// <param name="text">As <c>run: preprocess:</c> has it; spaces around names do not count, and an empty text is <c>none</c>.</param>
    /// <exception cref="ArgumentException">A step is not known; the message names it, the nearest that there is, and all.</exception>
    public static PreprocessingChain Parse(string text) => PreprocessingNames.MistakeIn(text) is { } mistake
        ? throw new ArgumentException($"preprocess is '{text}', expected {PreprocessingNames.Expected}; {mistake}")
        : new PreprocessingChain([.. PreprocessingNames.StepsOf(text).Select(PreprocessorCatalog.Get)]);

    /// <summary>The chain as it is written: <c>binarize + thin-guo-hall</c>.</summary>
    public override string ToString() => PreprocessingNames.Join([.. Steps.Select(step => step.Name)]);

    /// <summary>Makes every picture of a split; labels stay. A chain of nothing gives what it got.</summary>
    public LabeledImages Apply(LabeledImages images) =>
        Steps.Count == 0 ? images : images with { Pixels = Apply(images.Pixels, images.Shape).ToArray() };

    /// <summary>Makes pictures, several at once; how many has no bearing on the result.</summary>
    /// <param name="pixels">[N, H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <returns>[N, H, W, C]; for a chain of nothing the same memory.</returns>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> pixels, ImageShape shape)
    {
        if (Steps.Count == 0)
        {
            return pixels;
        }

        var made = new byte[pixels.Length];
        Parallel.For(0, pixels.Length / shape.Length, n =>
        {
            var start = n * shape.Length;
            Apply(pixels.Span.Slice(start, shape.Length), shape, made.AsSpan(start, shape.Length));
        });
        return made;
    }

    /// <summary>Makes one picture.</summary>
    /// <param name="picture">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="result">[H, W, C], written; other memory than <paramref name="picture"/>.</param>
    public void Apply(ReadOnlySpan<byte> picture, ImageShape shape, Span<byte> result)
    {
        picture.CopyTo(result);
        var before = new byte[shape.Length];
        foreach (var step in Steps)
        {
            result.CopyTo(before);
            step.Apply(before, shape, result);
        }
    }
}
