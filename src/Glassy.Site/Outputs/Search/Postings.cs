using System.Text;

namespace Glassy.Outputs.Search;

/// <summary>Where a term is.</summary>
/// <param name="Places">Each place once, by section: see <see cref="PlaceOf"/>.</param>
/// <param name="IsWord">Whether the term is a word by itself somewhere, and not only the whole of one that has parts.</param>
internal readonly record struct Postings(ReadOnlyMemory<int> Places, bool IsWord)
{
    private const int Fields = 4;

    /// <summary>A field of a section as one number. A title is in its page's first section.</summary>
    public static int PlaceOf(int section, SearchField field) => (section * Fields) + (int)field;

    /// <summary>
    /// Texts, headings, titles, with <c>!</c> between them and empty ones left out at the end: the numbers of the sections. A
    /// number is the distance from the one before (from −1 at first) less one, in digits of five bits: the last is U+005D
    /// and on, those before it U+0030 and on.
    /// </summary>
    public void WriteTo(StringBuilder text)
    {
        var end = text.Length;
        for (var field = SearchField.Text; field <= SearchField.Title; field++)
        {
            var start = text.Length;
            var before = -1;
            foreach (var place in Places.Span)
            {
                if (place % Fields == (int)field)
                {
                    WriteNumber((place / Fields) - before - 1, text);
                    before = place / Fields;
                }
            }

            end = text.Length > start ? text.Length : end;
            text.Append('!');
        }

        text.Length = end;
    }

    private static void WriteNumber(int number, StringBuilder text)
    {
        var shift = 0;
        while (number >> shift >= 32)
        {
            shift += 5;
        }

        for (; shift > 0; shift -= 5)
        {
            text.Append((char)('0' + ((number >> shift) & 31)));
        }

        text.Append((char)(']' + (number & 31)));
    }
}
