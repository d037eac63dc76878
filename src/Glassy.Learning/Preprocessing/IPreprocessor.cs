using Glassy.Imaging;

namespace Glassy.Preprocessing;

/// <summary>
/// A step that makes another picture of a picture, bytes of bytes, before levels become a model's input. Ink is what is bright, as in
/// MNIST (white on black); beyond the picture's edge there is paper. A step knows one picture and nothing of the others.
/// </summary>
public interface IPreprocessor
{
    /// <summary>What <c>run: preprocess:</c> calls it.</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Description { get; }

    /// <summary>Makes one picture, each channel on its own.</summary>
    /// <param name="pixels">[H, W, C] levels, 0..255.</param>
    /// <param name="shape">H, W and C.</param>
    /// <param name="result">[H, W, C], written; other memory than <paramref name="pixels"/>.</param>
    void Apply(ReadOnlySpan<byte> pixels, ImageShape shape, Span<byte> result);
}
