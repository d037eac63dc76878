using Glassy.Datasets.Folders;

namespace Glassy.Datasets.Duplicates;

/// <summary>The pictures of all splits in one row: training, validation, test.</summary>
internal sealed class DatasetPictures
{
    private readonly int[] _starts;

    public DatasetPictures(ImageDataset dataset)
    {
        (SplitKind, LabeledImages?)[] all =
        [
            (SplitKind.Train, dataset.Train), (SplitKind.Validation, dataset.Validation), (SplitKind.Test, dataset.Test)
        ];
        Splits = [.. all.Where(split => split.Item2 is not null).Select(split => (split.Item1, split.Item2!))]; // those that are there
        _starts = [.. Splits.Select((_, split) => Splits.Take(split).Sum(before => before.Images.Count))];
        Count = Splits.Sum(split => split.Images.Count);
    }

    /// <summary>Those that there are.</summary>
    public IReadOnlyList<(SplitKind Kind, LabeledImages Images)> Splits { get; }

    public int Count { get; }

    /// <summary>The number of the split that a picture is in.</summary>
    public int SplitOf(int picture)
    {
        var split = _starts.Length - 1;
        while (_starts[split] > picture)
        {
            split--;
        }

        return split;
    }

    /// <summary>[H, W, C].</summary>
    public ReadOnlySpan<byte> Image(int picture)
    {
        var split = SplitOf(picture);
        return Splits[split].Images.Image(picture - _starts[split]).Span;
    }

    public PicturePlace PlaceOf(int picture)
    {
        var (kind, images) = Splits[SplitOf(picture)];
        var index = picture - _starts[SplitOf(picture)];
        return new PicturePlace(kind, index, images.Labels[index], images.Names?[index]);
    }
}
