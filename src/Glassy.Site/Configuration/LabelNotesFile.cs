using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Sources;

namespace Glassy.Configuration;

/// <summary>Reads <c>label-notes.yml</c>: a <c>source</c>, perhaps its <c>url</c>, and <c>notes</c> on test pictures.</summary>
/// <remarks>
/// A note is <c>{ index: 947, given: 8, consensus: 9 }</c>, classes by their names, or with <c>verdict: neither</c> (it is none of
/// the classes) or <c>verdict: split</c> (people did not agree) in place of the consensus.
/// </remarks>
public sealed class LabelNotesFile
{
    private static readonly string[] Verdicts = ["neither", "split"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<string> _classes;
    private readonly IReadOnlyList<int> _labels;
    private readonly Dictionary<int, LabelNote> _notes = [];

    private LabelNotesFile(IReadOnlyList<string> classes, IReadOnlyList<int> labels) => (_classes, _labels) = (classes, labels);

    /// <param name="file">Its path as messages show it.</param>
    /// <param name="text">The whole file.</param>
    /// <param name="classes">The class names, in label order.</param>
    /// <param name="labels">The label of every test picture: a note that gives another one is of another dataset.</param>
    /// <param name="diagnostics">Receives what is wrong, with its place.</param>
    public static LabelNotes Parse(
        string file, string text, IReadOnlyList<string> classes, IReadOnlyList<int> labels, ICollection<Diagnostic> diagnostics)
    {
        var root = YamlMapping.Load(text, "the label notes", file, diagnostics);
        root.RefuseOthersThan(["source", "url", "notes"]);
        var source = root.Text("source");
        if (source is null)
        {
            root.Report("source", "`source` is missing: say who doubts these labels");
        }

        var notes = new LabelNotesFile(classes, labels);
        foreach (var item in root.Items("notes"))
        {
            if (root.Of(item) is { } note)
            {
                notes.Read(note);
            }
            else
            {
                root.Report(YamlNodes.Place(item), "a note was expected: { index: 947, given: 8, consensus: 9 }");
            }
        }

        return new LabelNotes(source ?? "", root.Address("url"), [.. notes._notes.Values.OrderBy(note => note.Index)]);
    }

    /// <summary>
    /// Notes as their file has them, each by its index and on a line of its own: <c>{ index: 947, given: "8", consensus: "9" }</c>.
    /// </summary>
    /// <param name="notes">In any order.</param>
    /// <param name="classes">The class names, in label order.</param>
    public static IReadOnlyDictionary<int, string> Lines(IEnumerable<LabelNote> notes, IReadOnlyList<string> classes) => notes.ToDictionary(
        note => note.Index,
        note => string.Create(
            CultureInfo.InvariantCulture, $"{{ index: {note.Index}, given: {Quoted(classes[note.Given])}, {VerdictOf(note, classes)} }}"));

    private static string VerdictOf(LabelNote note, IReadOnlyList<string> classes) => note switch
    {
        { Consensus: { } label } => $"consensus: {Quoted(classes[label])}",
        { Verdict: LabelVerdict.Neither } => "verdict: neither",
        _ => "verdict: split",
    };

    /// <summary>A text as both JSON and YAML write it.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);

    private void Read(YamlMapping note)
    {
        note.RefuseOthersThan(["index", "given", "consensus", "verdict"]);
        if (IndexOf(note) is not { } index || ClassOf(note, "given") is not { } given)
        {
            return;
        }

        if (_labels[index] != given)
        {
            note.Report(
                "given",
                $"the dataset's label of test picture {index} is `{_classes[_labels[index]]}`, not `{_classes[given]}`; are these notes of another dataset?");
        }
        else if (VerdictOf(note) is { } verdict)
        {
            var consensus = verdict == LabelVerdict.Consensus ? ClassOf(note, "consensus") : null;
            if (consensus == given)
            {
                note.Report("consensus", $"`{_classes[given]}` is the given label too: then there is nothing to note");
            }
            else if ((verdict != LabelVerdict.Consensus || consensus is not null)
                && !_notes.TryAdd(index, new LabelNote(index, given, consensus, verdict)))
            {
                note.Report("index", $"there is a note on test picture {index} already");
            }
        }
    }

    private int? IndexOf(YamlMapping note)
    {
        if (note.Text("index") is not { } text)
        {
            note.Report("index", "`index` is missing: the picture's place in the test split, from 0");
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _labels.Count)
        {
            return index;
        }

        note.Report("index", $"`index: {text}`: a whole number from 0 to {_labels.Count - 1} was expected");
        return null;
    }

    private int? ClassOf(YamlMapping note, string key)
    {
        if (note.Text(key) is not { } name)
        {
            note.Report(key, $"`{key}` is missing: the name of a class");
            return null;
        }

        for (var label = 0; label < _classes.Count; label++)
        {
            if (_classes[label] == name)
            {
                return label;
            }
        }

        note.Report(key, $"`{key}: {name}`: the dataset has no such class{Spelling.SuggestAndList(name, _classes)}");
        return null;
    }

    private static LabelVerdict? VerdictOf(YamlMapping note)
    {
        var verdict = note.Text("verdict");
        if (note.Has("consensus") == note.Has("verdict"))
        {
            note.Report(note.Position, "a note has either `consensus`, the name of a class, or `verdict`, which is `neither` or `split`");
            return null;
        }

        if (verdict is not null && !Verdicts.Contains(verdict))
        {
            note.Report("verdict", $"`verdict: {verdict}`: `neither` or `split` was expected{Spelling.Suggest(verdict, Verdicts)}");
            return null;
        }

        return verdict switch { "neither" => LabelVerdict.Neither, "split" => LabelVerdict.Split, _ => LabelVerdict.Consensus };
    }
}
