using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;

namespace Glassy.Datasets;

/// <summary>Makes a dataset of pictures that were read one by one.</summary>
/// <param name="name">The dataset's folder-safe name.</param>
/// <param name="shown">What messages call it.</param>
/// <param name="options">How it is split where it is not.</param>
/// <param name="areFiles">Whether each picture's key is the path of a file of its own.</param>
internal sealed class PictureAssembly(string name, string shown, DatasetOptions options, bool areFiles)
{
    /// <summary>The names of what else is known of each picture.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];

    /// <param name="classes">The class names, in label order.</param>
    /// <param name="pictures">Each of one size, in dataset order.</param>
    /// <param name="remarks">What is to be said of them.</param>
    /// <exception cref="InvalidDataException">There is nothing to learn from, or nothing to test on, or more than fits into
    /// memory.</exception>
    public ImageDataset Make(IReadOnlyList<string> classes, IReadOnlyList<AssembledPicture> pictures, IReadOnlyList<DatasetRemark> remarks)
    {
        var splits = pictures.Select(picture => picture.Split).ToArray();
        IReadOnlyList<DatasetRemark> all = [.. remarks, .. CompleteSplits(pictures, splits)];
        if (pictures.Count == 0 || !splits.Contains(SplitKind.Train))
        {
            throw new InvalidDataException($"{shown}: no training pictures, expected {DatasetLayouts.Pictures}");
        }

        if (!splits.Contains(SplitKind.Test))
        {
            throw new InvalidDataException(
                $"{shown}: no picture is left for test: no class has two, or dataset.split.test is 0; add pictures, or a test split");
        }

        var channels = pictures.Max(picture => picture.Picture.Shape.Channels);
        return new ImageDataset(name, classes, Assemble(SplitKind.Train), Assemble(SplitKind.Test))
        {
            Validation = splits.Contains(SplitKind.Validation) ? Assemble(SplitKind.Validation) : null,
            Remarks = all,
        };

        LabeledImages Assemble(SplitKind split) => this.Assemble([.. pictures.Where((_, i) => splits[i] == split)], channels);
    }

    /// <summary>Makes a test split where there is none.</summary>
    private IReadOnlyList<DatasetRemark> CompleteSplits(IReadOnlyList<AssembledPicture> pictures, SplitKind[] splits)
    {
        if (splits.Contains(SplitKind.Test))
        {
            return [];
        }

        if (splits.Contains(SplitKind.Validation) && splits.Contains(SplitKind.Train))
        {
            ReplaceAll(splits, SplitKind.Validation, SplitKind.Test);
            return [HeldOut.ValidationRemark(shown)];
        }

        ReplaceAll(splits, SplitKind.None, SplitKind.Train);
        var isTest = HeldOut.Choose([.. pictures.Select(picture => (picture.Key, picture.Label))], options.Split);
        for (var i = 0; i < splits.Length; i++)
        {
            splits[i] = isTest[i] ? SplitKind.Test : splits[i];
        }

        return isTest.Contains(true) ? [HeldOut.Remark(shown, isTest, options.Split)] : [];
    }

    private static void ReplaceAll(SplitKind[] splits, SplitKind from, SplitKind to)
    {
        for (var i = 0; i < splits.Length; i++)
        {
            splits[i] = splits[i] == from ? to : splits[i];
        }
    }

    private LabeledImages Assemble(List<AssembledPicture> pictures, int channels)
    {
        var shape = pictures[0].Picture.Shape with { Channels = channels };
        var length = (Int128)pictures.Count * shape.Height * shape.Width * channels;
        if (length > Array.MaxLength)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{shown}: {pictures.Count:N0} pictures of {shape.Width}×{shape.Height} are more than the 2 GB that fit into memory at once; use fewer, or smaller ones by dataset.resize"));
        }

        var pixels = new byte[(int)length];
        Parallel.For(0, pictures.Count, i => CopyChannels(pictures[i].Picture, pixels.AsSpan(i * shape.Length, shape.Length)));
        return new LabeledImages(shape, pixels, [.. pictures.Select(picture => picture.Label)])
        {
            Names = areFiles ? [.. pictures.Select(picture => picture.Key)] : null,
            Traits = [.. Traits.Select((trait, i) => new PictureTrait(trait, [.. pictures.Select(picture => picture.Traits[i])]))],
        };
    }

    /// <summary>A grey picture among colour ones has the same level in every channel.</summary>
    private static void CopyChannels(LoadedPicture picture, Span<byte> target)
    {
        var repeats = target.Length / picture.Pixels.Length;
        if (repeats == 1)
        {
            picture.Pixels.CopyTo(target);
            return;
        }

        for (var i = 0; i < picture.Pixels.Length; i++)
        {
            target.Slice(i * repeats, repeats).Fill(picture.Pixels[i]);
        }
    }
}

/// <summary>A picture that has been read, with what is known of it.</summary>
/// <param name="Key">Unlike that of any other.</param>
/// <param name="Label">Its class' index.</param>
/// <param name="Split">What it is for.</param>
/// <param name="Picture">Its pixels.</param>
internal sealed record AssembledPicture(string Key, int Label, SplitKind Split, LoadedPicture Picture)
{
    /// <summary>What else is known of it, in the order of the assembly's names.</summary>
    public IReadOnlyList<string> Traits { get; init; } = [];
}
