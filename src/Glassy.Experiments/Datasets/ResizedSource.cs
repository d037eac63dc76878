using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Imaging;

namespace Glassy.Datasets;

/// <summary>A dataset of arrays, with its pictures brought to another size.</summary>
/// <param name="inner">Has them in one size.</param>
/// <param name="options">The size, and how they get it.</param>
internal sealed class ResizedSource(IDatasetSource inner, ResizeOptions options) : IDatasetSource
{
    public string Name => inner.Name;

    public string? Notice => inner.Notice;

    public IReadOnlyList<string> Files => inner.Files;

    public object Besides => new { Inner = inner.Besides, Resize = options };

    public async Task<ImageDataset> LoadAsync(CancellationToken cancellationToken)
    {
        var dataset = await inner.LoadAsync(cancellationToken).ConfigureAwait(false);
        return options.Size is not { } size ? dataset : await Task.Run(
            () => dataset with
            {
                Train = Resize(dataset.Train, size, cancellationToken),
                Test = Resize(dataset.Test, size, cancellationToken),
                Validation = dataset.Validation is null ? null : Resize(dataset.Validation, size, cancellationToken),
            },
            cancellationToken).ConfigureAwait(false);
    }

    private LabeledImages Resize(LabeledImages images, PixelSize size, CancellationToken cancellationToken)
    {
        var shape = new ImageShape(size.Height, size.Width, images.Shape.Channels);
        if ((Int128)images.Count * size.Pixels * shape.Channels > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"{Name}: {Counted.Of(images.Count, "picture")} of {size} are more than the 2 GB that fit into memory at once; give a smaller dataset.resize.size");
        }

        var pixels = new byte[images.Count * shape.Length];
        Parallelism.For(images.Count, i => PictureResizer
            .Resize(DecodedPicture.Of(images.Image(i).Span, images.Shape), shape.Channels, 0, size, options.Fit)
            .CopyTo(pixels, i * shape.Length), cancellationToken);
        return images with { Shape = shape, Pixels = pixels };
    }
}
