using Glassy.Datasets.Folders;
using Glassy.Datasets.Options;
using Glassy.Diagnostics;
using Glassy.Imaging;
using Glassy.Progress;

namespace Glassy.Datasets;

/// <summary>
/// Reads pictures, each from bytes of its own, and brings them to one size where that is asked for. When all are grey they have one
/// channel, else three; what is transparent is over white. Large photographs are in memory a few at a time.
/// </summary>
/// <param name="name">What messages call the dataset.</param>
/// <param name="options">The size, and what corrupt pictures lead to.</param>
/// <param name="progress">Told how many are read.</param>
internal sealed class PictureLoader(string name, DatasetOptions options, IProgressSink progress)
{
    private const byte Background = 255;

    /// <summary>Decoded at the same time, 4 bytes each: two photographs of 12 megapixels.</summary>
    private const long PixelsAtOnce = 24_000_000;

    /// <summary>Of 224×224, the size that most networks on photographs see.</summary>
    private const int LargePixels = 224 * 224;

    /// <summary>Fewer are read before anybody looks how far it has come.</summary>
    private const int FewestShown = 200;

    private const int MostNamed = 100;
    private const int MostSizes = 4;

    private readonly List<DatasetRemark> _remarks = [];

    /// <summary>What is to be said of the pictures that were read.</summary>
    public IReadOnlyList<DatasetRemark> Remarks => _remarks;

    /// <param name="pictures">Their names in messages, and how to get their files.</param>
    /// <param name="cancellationToken">Looked at before each.</param>
    /// <returns>[N] in order; null for one that is left out.</returns>
    /// <exception cref="InvalidDataException">The sizes differ.</exception>
    /// <exception cref="DiagnosticException">All that cannot be read.</exception>
    public LoadedPicture?[] Load(IReadOnlyList<PictureBytes> pictures, CancellationToken cancellationToken)
    {
        var (headers, mistakes) = (new PictureFacts?[pictures.Count], new string?[pictures.Count]);
        ForEach("Looking at pictures", -1, i => headers[i] = PictureDecoder.ReadHeader(pictures[i].Read(), pictures[i].Name));
        CheckSizes(pictures, headers);
        var bits = BitsOf();
        var largest = headers.Max(header => header?.Size.Pixels ?? 1);
        var atOnce = (int)Math.Clamp(PixelsAtOnce / largest, 1, Environment.ProcessorCount);
        var loaded = new LoadedPicture?[pictures.Count];
        ForEach("Reading pictures", atOnce, i => loaded[i] = Finish(PictureDecoder.Decode(pictures[i].Read(), pictures[i].Name, bits)));
        Report(mistakes, pictures);
        return loaded;

        void ForEach(string title, int most, Action<int> body)
        {
            using var task = (pictures.Count < FewestShown ? NoProgress.Instance : progress).Start(title, pictures.Count);
            var done = 0;
            Parallelism.For(pictures.Count, most, i =>
            {
                try
                {
                    if (mistakes[i] is null)
                    {
                        body(i);
                    }
                }
                catch (InvalidDataException mistake)
                {
                    mistakes[i] = mistake.Message;
                }

                task.Report(Interlocked.Increment(ref done));
            }, cancellationToken);
        }

        int? BitsOf()
        {
            var deep = Enumerable.Range(0, pictures.Count).Where(i => headers[i] is { IsDeep: true }).ToList();
            if (deep.Count == 0)
            {
                return null;
            }

            var used = new int[pictures.Count];
            ForEach(
                "Measuring levels",
                1,
                i => used[i] = headers[i] is { IsDeep: true } ? PictureDecoder.BitsOf(pictures[i].Read(), pictures[i].Name) : 0);
            if (used.Max() is > 0 and < PictureDecoder.DeepBits and var most)
            {
                _remarks.Add(new DatasetRemark(
                    FormattableString.Invariant(
                        $"{name}: {deep.Count:N0} {(deep.Count == 1 ? "picture" : "pictures")} of 16 bits {(deep.Count == 1 ? "uses" : "use")} {most} of them: their levels are stretched by those"),
                    IsWarning: false)
                {
                    Kind = "sixteen_bits",
                    Numbers = new Dictionary<string, long> { ["count"] = deep.Count, ["bits"] = most },
                    Names = NameAlone,
                });
            }

            return used.Max() is > 0 and var bits ? bits : null;
        }
    }

    private LoadedPicture Finish(DecodedPicture picture)
    {
        var channels = picture.IsColor() ? 3 : 1;
        if (options.Resize.Size is { } size)
        {
            return new LoadedPicture(
                new ImageShape(size.Height, size.Width, channels),
                PictureResizer.Resize(picture, channels, Background, size, options.Resize.Fit));
        }

        return new LoadedPicture(
            new ImageShape(picture.Height, picture.Width, channels),
            channels == 3 ? picture.ToRgb(Background) : picture.ToGrey(Background));
    }

    private void CheckSizes(IReadOnlyList<PictureBytes> pictures, PictureFacts?[] headers)
    {
        var sizes = headers.Select((header, i) => (header?.Size, Picture: pictures[i])).Where(picture => picture.Size is not null)
            .GroupBy(picture => picture.Size!.Value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Pixels).ToList();
        if (options.Resize.Size is not null)
        {
            return;
        }

        if (sizes is [{ Key: var one }])
        {
            WarnIfLarge(one);
        }

        if (sizes.Count < 2)
        {
            return;
        }

        var named = sizes
            .Take(MostSizes)
            .Select(group => FormattableString.Invariant($"{group.Key} ({group.Count():N0}, such as {group.First().Picture.Name})"));
        var more = sizes.Count > MostSizes ? FormattableString.Invariant($" and {sizes.Count - MostSizes:N0} more") : "";
        var side = Math.Clamp(sizes.Min(group => Math.Min(group.Key.Width, group.Key.Height)), 1, 64);
        throw new InvalidDataException(FormattableString.Invariant(
            $"{name}: pictures of {sizes.Count:N0} sizes, expected one: {string.Join(", ", named)}{more}; bring them to one by `dataset: {{ {Chosen()}, resize: {{ size: {side}, fit: pad }} }}` (fit: pad, crop or stretch)"));
    }

    /// <summary>The first layer has weights for each level of a picture: photographs as they are make gigabytes of them.</summary>
    private void WarnIfLarge(PixelSize size)
    {
        if (size.Pixels > LargePixels)
        {
            _remarks.Add(new DatasetRemark(FormattableString.Invariant(
                $"{name}: pictures of {size} have {size.Pixels:N0} pixels, each with weights of its own in every unit of the first layer; `dataset: {{ {Chosen()}, resize: {{ size: 64 }} }}` trains in a hundredth of the time and memory"), IsWarning: true)
            {
                Kind = "large",
                Numbers = new Dictionary<string, long> { ["pixels"] = size.Pixels },
                Names = new Dictionary<string, string> { ["name"] = DatasetRemark.NameOf(name), ["size"] = $"{size}" },
            });
        }
    }

    private Dictionary<string, string> NameAlone => new() { ["name"] = DatasetRemark.NameOf(name) };

    /// <summary>What pages call a picture: without the way to the dataset, which is this machine's.</summary>
    private string InDataset(string picture) =>
        picture.StartsWith(name + "/", StringComparison.Ordinal) ? picture[(name.Length + 1)..] : DatasetRemark.NameOf(picture);

    private string Chosen() => options.Path is { } path ? $"path: {path}" : $"name: {options.Name}";

    private void Report(string?[] mistakes, IReadOnlyList<PictureBytes> pictures)
    {
        var (corrupt, all) = (mistakes.OfType<string>().ToList(), pictures.Count);
        if (corrupt.Count == 0)
        {
            return;
        }

        if (options.OnCorrupt == CorruptReaction.Skip && corrupt.Count < all)
        {
            _remarks.Add(new DatasetRemark(FormattableString.Invariant(
                $"{name}: {corrupt.Count:N0} of {all:N0} pictures cannot be read and are left out (dataset.onCorrupt: skip): {string.Join(" | ", corrupt.Take(MostNamed))}"), IsWarning: true)
            {
                Kind = "corrupt",
                Numbers = new Dictionary<string, long> { ["count"] = corrupt.Count, ["all"] = all },
                Names = new Dictionary<string, string>
                {
                    ["name"] = DatasetRemark.NameOf(name),
                    ["names"] = DatasetRemark.Listed(
                        [.. pictures.Where((_, i) => mistakes[i] is not null).Select(picture => InDataset(picture.Name))]),
                },
            });
            return;
        }

        var more = corrupt.Count > MostNamed ? FormattableString.Invariant($" (and {corrupt.Count - MostNamed:N0} more like it)") : "";
        throw new DiagnosticException(
        [
            .. corrupt.Take(Math.Min(MostNamed, corrupt.Count) - 1).Select(mistake => Diagnostic.Error(mistake)),
            Diagnostic.Error(FormattableString.Invariant(
                $"{corrupt[Math.Min(MostNamed, corrupt.Count) - 1]}{more}; {corrupt.Count:N0} of {all:N0} pictures cannot be read, dataset.onCorrupt: skip leaves them out")),
        ]);
    }
}

/// <summary>A picture's file, wherever it is.</summary>
/// <param name="Name">As messages show it.</param>
/// <param name="Read">Gets its bytes.</param>
internal sealed record PictureBytes(string Name, Func<byte[]> Read);

/// <summary>A picture that has been read.</summary>
/// <param name="Shape">Of this picture alone.</param>
/// <param name="Pixels">[H, W, C].</param>
internal sealed record LoadedPicture(ImageShape Shape, byte[] Pixels);
