using System.Globalization;
using System.Text.RegularExpressions;
using Glassy.Diagnostics;

namespace Glassy.Onnx;

/// <summary>
/// The classes that a model's file names in its metadata, as a list or by their numbers, in JSON or as Python writes it: <c>["cat",
/// "dog"]</c> or
/// <c>{0: 'cat', 1: 'dog'}</c>. Where they are in another order than a dataset's, the model's outputs are.
/// </summary>
public static partial class OnnxClasses
{
    private static readonly string[] Keys = ["names", "classes", "class_names"];

    [GeneratedRegex(
        """\G\s*(?:(?<key>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d+)\s*:\s*)?(?<value>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d+)\s*(?:,\s*|$)""")]
    private static partial Regex Item { get; }

    /// <param name="content">The model's file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="classes">The dataset's, in label order.</param>
    /// <returns>[classes] which of the model's outputs is each; null when they are in the same order, or the file does not name
    /// them.</returns>
    /// <exception cref="InvalidDataException">It is no model, or names other classes; the message is one line that begins with the
    /// name.</exception>
    public static IReadOnlyList<int>? OrderIn(byte[] content, string name, IReadOnlyList<string> classes) =>
        OrderOf(OnnxFile.Read(content, name), name, classes);

    /// <summary>What an author should know whose model has its outputs in another order.</summary>
    /// <param name="order">From <see cref="OrderIn"/>.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="classes">The dataset's.</param>
    public static Diagnostic Note(IReadOnlyList<int> order, string name, IReadOnlyList<string> classes)
    {
        var first = order.Index().First(entry => entry.Index != entry.Item);
        return Diagnostic.Warning(FormattableString.Invariant(
            $"its outputs are in another order than the dataset's classes ('{classes[first.Index]}' is its output {first.Item}, in the dataset class {first.Index}, from 0): they are matched by the names in its metadata"), name);
    }

    internal static IReadOnlyList<int>? OrderOf(OnnxFile file, string name, IReadOnlyList<string> classes)
    {
        var names = Keys.Select(key => file.Metadata.TryGetValue(key, out var text) ? NamesIn(text) : null)
            .FirstOrDefault(found => found is not null);
        if (names is null || (AreNumbers(names) && !names.All(classes.Contains)))
        {
            return null; // numbers alone say no more than the order
        }

        int[] order = [.. classes.Select(label => Spelling.PlaceOf(label, names))];
        if (Array.IndexOf(order, -1) is >= 0 and var missing)
        {
            throw new InvalidDataException($"{name}: its metadata names the classes {Spelling.Some(names)}, and not '{classes[missing]}' of the dataset, expected the dataset's in any order; "
                + "is it the model of this dataset? if only the names differ, write `names` of its metadata anew, or name the dataset's classes so");
        }

        return names.Count != classes.Count
            ? throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: its metadata names {names.Count:N0} classes, '{names.First(label => Spelling.PlaceOf(label, classes) < 0)}' among them, and the dataset has {classes.Count:N0}; is it the model of this dataset?"))
            : order.Index().All(entry => entry.Index == entry.Item) ? null : order;
    }

    /// <summary>The names in a text of a list, or of numbers and names; null when it is neither.</summary>
    internal static IReadOnlyList<string>? NamesIn(string text)
    {
        text = text.Trim();
        if (text is not (['[', .., ']'] or ['{', .., '}']))
        {
            return null;
        }

        var inner = text[1..^1];
        var items = new List<(string? Key, string Value)>();
        var from = 0;
        for (var item = Item.Match(inner); from < inner.TrimEnd().Length && item.Success; item = Item.Match(inner, from))
        {
            items.Add((item.Groups["key"].Success ? TextOf(item.Groups["key"].Value) : null, TextOf(item.Groups["value"].Value)));
            from = item.Index + item.Length;
        }

        return from < inner.TrimEnd().Length || items.Count == 0 ? null
            : items.TrueForAll(item => item.Key is null) ? [.. items.Select(item => item.Value)]
            : Ordered(items) ?? Ordered([.. items.Select(item => ((string?)item.Value, item.Key ?? ""))]); // by number, or by name
    }

    /// <summary>The names by their numbers; null when these are not 0, 1, … .</summary>
    private static IReadOnlyList<string>? Ordered(List<(string? Key, string Value)> items)
    {
        var byNumber = new string?[items.Count];
        foreach (var (key, value) in items)
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number >= byNumber.Length
                || byNumber[number] is not null)
            {
                return null;
            }

            byNumber[number] = value;
        }

        return [.. byNumber.OfType<string>()];
    }

    private static bool AreNumbers(IReadOnlyList<string> names) =>
        names.Index().All(entry => entry.Item == entry.Index.ToString(CultureInfo.InvariantCulture));

    private static string TextOf(string written)
    {
        try
        {
            return written is ['"' or '\'', .. var quoted, _] ? Regex.Unescape(quoted) : written;
        }
        catch (ArgumentException)
        {
            return written; // no text that was written by JSON or Python
        }
    }
}
