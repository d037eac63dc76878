using Glassy.Imaging;

namespace Glassy.Pictures;

/// <summary>Pictures that share strips: a split, the wrong predictions, the drawings.</summary>
internal sealed class PictureSet
{
    private readonly ImageShape _shape;
    private readonly List<PlannedPicture> _planned;
    private readonly List<ExportedPicture> _placed;

    private PictureSet(
        ImageShape shape,
        List<PlannedPicture> planned,
        List<ExportedPicture> placed,
        IReadOnlyList<IReadOnlyList<ExportedPicture>> pictures)
    {
        _shape = shape;
        _planned = planned;
        _placed = placed;
        Pictures = pictures;
    }

    /// <summary>[groups] in the order in which they were planned.</summary>
    public IReadOnlyList<IReadOnlyList<ExportedPicture>> Pictures { get; }

    /// <summary>Gives every picture its place in a strip.</summary>
    /// <param name="groups">Pictures that belong together; see <see cref="StripBuilder.Arrange"/>.</param>
    /// <param name="stripOf">The address of a strip by its number.</param>
    /// <param name="shape">Shape of every picture.</param>
    public static PictureSet Place(IReadOnlyList<IReadOnlyList<PlannedPicture>> groups, Func<int, string> stripOf, ImageShape shape)
    {
        var planned = groups.SelectMany(group => group).ToList();
        var places = StripBuilder.Arrange([.. groups.Select(group => group.Count)], shape.Width);
        var placed = planned.Select((picture, i) => new ExportedPicture(
            picture.Path, stripOf(places[i].Strip), places[i].Tile, picture.Index, picture.Label, picture.Predicted)).ToList();

        var pictures = new List<IReadOnlyList<ExportedPicture>>(groups.Count);
        var start = 0;
        foreach (var group in groups)
        {
            pictures.Add(placed.GetRange(start, group.Count));
            start += group.Count;
        }

        return new PictureSet(shape, planned, placed, pictures);
    }

    /// <summary>Every file of the set, with what makes its content.</summary>
    public IEnumerable<(string Path, Func<byte[]> Encode)> Files()
    {
        foreach (var picture in _planned)
        {
            yield return (picture.Path, () => Png.Encode(picture.Pixels.Span, _shape));
        }

        var strips = _placed
            .Zip(_planned, (placed, planned) => (placed.Strip, planned.Pixels))
            .GroupBy(tile => tile.Strip, StringComparer.Ordinal);
        foreach (var strip in strips)
        {
            yield return (strip.Key, () => StripBuilder.Draw([.. strip.Select(tile => tile.Pixels)], _shape));
        }
    }
}
