using System.Globalization;
using Glassy.Syntax;
using Glassy.Syntax.Mdx;
using Glassy.Wording;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Glassy.Reading;

/// <summary>
/// Writes out <c>&lt;ImagesTable&gt;</c> and <c>&lt;CustomImagesTable&gt;</c> that name no class: one for each class, each under a heading
/// of its own, which the table of contents leaves out. So a page need not know the dataset's classes. Where there are too many for a page,
/// some are left out, and a sentence above the first says so.
/// </summary>
public static class ClassExpansion
{
    private const int HeadingLevel = 3;

    /// <summary>The ten digits have names of their own (Zeros, Ones); any other class is called what it is called.</summary>
    private const int Digits = 10;

    private const string ClassAttribute = "classdigit";
    private static readonly string[] Expanded = ["ImagesTable", "CustomImagesTable"];

    /// <param name="document">Changed in place; not yet rendered.</param>
    /// <param name="classes">The names of those that are shown, in the order in which they are; empty on a site without a run.</param>
    /// <param name="total">How many classes there are.</param>
    /// <param name="words">What digits are called.</param>
    public static void Expand(ContainerBlock document, IReadOnlyList<string> classes, int total, Words words)
    {
        if (classes.Count == 0)
        {
            return; // without a run the components themselves say what is missing
        }

        for (var i = document.Count - 1; i >= 0; i--)
        {
            if (document[i] is ComponentBlock { Tag.Name: Conditions.TagName } condition)
            {
                Expand(condition, classes, total, words);
            }
            else if (document[i] is ComponentBlock block && IsForEachClass(block.Tag))
            {
                document.RemoveAt(i);
                var place = i;
                if (classes.Count < total)
                {
                    document.Insert(place++, SentenceOf(
                        words.Of("classes.pictures", ("shown", words.Whole(classes.Count)), ("total", words.Whole(total))), block));
                }

                var areDigits = total == Digits && classes
                    .Order(StringComparer.Ordinal)
                    .SequenceEqual(Enumerable.Range(0, Digits).Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
                foreach (var name in classes)
                {
                    document.Insert(place++, HeadingOf(areDigits ? words["images.digits"].Split(' ')[name[0] - '0'] : name, block));
                    document.Insert(place++, TableOf(name, block));
                }
            }
        }
    }

    private static bool IsForEachClass(ComponentTag tag) =>
        Expanded.Contains(tag.Name) && tag.Mistakes.Count == 0 && tag.Attributes.All(a => a.Name != ClassAttribute);

    private static HeadingBlock HeadingOf(string title, ComponentBlock block)
    {
        var heading = new HeadingBlock(block.Parser!) // parsed blocks have one
        {
            Level = HeadingLevel,
            HeaderChar = '#',
            Line = block.Line,
            Column = block.Column,
            Span = block.Span,
            Inline = new ContainerInline().AppendChild(new LiteralInline(title)),
        };
        UnlistedHeading.Mark(heading);
        return heading;
    }

    private static ParagraphBlock SentenceOf(string text, ComponentBlock block) => new(block.Parser!) // parsed blocks have one
    {
        Line = block.Line,
        Column = block.Column,
        Span = block.Span,
        Inline = new ContainerInline().AppendChild(new LiteralInline(text)),
    };

    private static ComponentBlock TableOf(string name, ComponentBlock block)
    {
        var tag = block.Tag;
        var argument = new TagArgument(ClassAttribute, new Literal(name, tag.Position), tag.Position);
        return new ComponentBlock(block.Parser!, tag with { Attributes = [.. tag.Attributes, argument] }) // parsed blocks have one
        {
            Line = block.Line,
            Column = block.Column,
            Span = block.Span,
        };
    }
}
