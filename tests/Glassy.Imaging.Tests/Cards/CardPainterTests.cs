using Glassy.Cards;
using Glassy.Imaging;
using SkiaSharp;

namespace Glassy.Tests.Cards;

public sealed class CardPainterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Short")]
    [InlineData("A title that is long enough to need all the lines that there are, and then a few words more than fit on a card")]
    public void A_card_is_a_picture_of_1200_by_630_that_differs_from_others_only_where_its_title_is(string title)
    {
        using var painter = new CardPainter("Site", "97.17%", "of 10,000 test pictures read right");

        using var card = SKBitmap.Decode(painter.Draw(title));
        using var other = SKBitmap.Decode(painter.Draw("Another"));

        Assert.Equal((1200, 630), (card.Width, card.Height));
        var (first, second) = (card.Pixels, other.Pixels);
        var differing = Enumerable.Range(0, first.Length).Where(i => first[i] != second[i]).ToList();
        Assert.NotEmpty(differing);
        Assert.All(
            differing, i => Assert.True(i % 1200 is >= 80 and < 840 && i / 1200 is >= 160 and < 470, $"pixel {i % 1200},{i / 1200}"));
    }

    [Fact]
    public void The_same_title_makes_the_same_bytes()
    {
        using var painter = new CardPainter("Site", null, "Tagline");

        var bytes = Enumerable.Range(0, 16).AsParallel().Select(_ => painter.Draw("One and the same")).ToList();

        Assert.All(bytes, card => Assert.Equal(bytes[0], card));
    }

    [Fact]
    public void Of_more_colours_than_a_card_has_room_for_those_of_its_surfaces_are_kept()
    {
        using var painter = new CardPainter("Site", "97.17%", "of 10,000 test pictures read right");

        using var card = SKBitmap.Decode(painter.Draw("Short"));

        var colors = card.Pixels.Select(pixel => pixel.ToString()).ToHashSet();
        Assert.Equal(256, colors.Count);
        // Mr. Glassy's
        Assert.Superset(
            new HashSet<string> { "#ffbfe4e6", "#ff93ccd1", "#ff0e3a46", "#ff17808c", "#fffbffff", "#ffe2592f", "#ff0b1216" }, colors);
    }

    [Fact]
    public void A_card_stays_small()
    {
        using var painter = new CardPainter("Site", "97.17%", "of 10,000 test pictures read right");

        Assert.InRange(painter.Draw("How every page of this site came to be").Length, 5_000, 40_000);
    }

    [Fact]
    public void A_title_is_wrapped_between_words_and_what_does_not_fit_is_left_out()
    {
        using var typeface = ShippedFont.Load(isBold: true);

        Assert.Equal(["Short"], CardTitle.Fit("Short", typeface, 760).Lines);
        var long1 = CardTitle.Fit("How a picture travels from a file to the page", typeface, 760);
        Assert.Equal("How a picture travels from a file to the page", string.Join(' ', long1.Lines));
        var words = Enumerable.Range(0, 60).Select(i => $"word{i}").ToList();
        var shown = string.Join(' ', CardTitle.Fit(string.Join(' ', words), typeface, 760).Lines);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Equal(words.Take(shown.Split(' ').Length), shown.TrimEnd('…').Split(' '));
    }

    [Fact]
    public void A_word_that_is_wider_than_the_card_is_written_smaller()
    {
        using var typeface = ShippedFont.Load(isBold: true);

        var title = CardTitle.Fit(new string('m', 40), typeface, 760);

        using var font = new SKFont(typeface, title.Size);
        Assert.InRange(font.MeasureText(Assert.Single(title.Lines)), 700, 761);
    }

    [Fact]
    public void Letters_that_the_font_does_not_have_are_known()
    {
        using var painter = new CardPainter("Site", null, "");

        Assert.True(painter.CanWrite("Größe, Ελλάδα, Привет"));
        Assert.False(painter.CanWrite("数字"));
    }
}
