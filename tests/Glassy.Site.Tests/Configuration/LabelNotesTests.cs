using Glassy.Configuration;
using Glassy.Datasets;
using Glassy.Diagnostics;
using Glassy.Metrics;
using Glassy.Wording;

namespace Glassy.Tests.Configuration;

public sealed class LabelNotesTests
{
    private static readonly string[] Classes = ["cat", "dog", "fish"];
    private static readonly int[] Labels = [0, 1, 2, 0];

    [Fact]
    public void Notes_are_read_and_found_by_index()
    {
        var notes = Read(
            "source: Us\nurl: https://e.org\nnotes:\n  - { index: 3, given: cat, verdict: split }\n  - { index: 1, given: dog, consensus: cat }\n  - { index: 2, given: fish, verdict: neither }\n",
            out var mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(("Us", "https://e.org"), (notes.Source, notes.Url));
        Assert.Equal(
            [new(1, 1, 0, LabelVerdict.Consensus), new(2, 2, null, LabelVerdict.Neither), new LabelNote(3, 0, null, LabelVerdict.Split)],
            notes.Notes);
        Assert.Equal("people read cat", LabelDoubt.Of(notes.Of(1)!, Classes, WordsReader.English));
        Assert.Null(notes.Of(0));
    }

    [Theory]
    [InlineData("{ index: 4, given: cat, consensus: dog }", "3:14: `index: 4`: a whole number from 0 to 3 was expected")]
    [InlineData("{ index: -1, given: cat, consensus: dog }", "3:14: `index: -1`: a whole number from 0 to 3 was expected")]
    [InlineData("{ given: cat, consensus: dog }", "3:5: `index` is missing")]
    [InlineData(
        "{ index: 0, given: cta, consensus: dog }",
        "3:24: `given: cta`: the dataset has no such class; did you mean `cat`? known: cat, dog, fish")]
    [InlineData("{ index: 0, given: dog, consensus: cat }", "3:24: the dataset's label of test picture 0 is `cat`, not `dog`")]
    [InlineData("{ index: 0, given: cat, consensus: bird }", "3:40: `consensus: bird`: the dataset has no such class")]
    [InlineData("{ index: 0, given: cat, consensus: cat }", "3:40: `cat` is the given label too")]
    [InlineData("{ index: 0, given: cat }", "3:5: a note has either `consensus`")]
    [InlineData("{ index: 0, given: cat, consensus: dog, verdict: split }", "3:5: a note has either `consensus`")]
    [InlineData(
        "{ index: 0, given: cat, verdict: niether }",
        "3:38: `verdict: niether`: `neither` or `split` was expected; did you mean `neither`?")]
    [InlineData("{ index: 0, given: cat, concensus: dog }", "3:29: unknown key `concensus`; did you mean `consensus`?")]
    [InlineData("947", "3:5: a note was expected")]
    public void Mistakes_have_their_place(string note, string expected)
    {
        Read($"source: Us\nnotes:\n  - {note}\n", out var mistakes);
        Assert.StartsWith("data/datasets/pets/label-notes.yml:" + expected, mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_note_on_a_picture_and_a_missing_source_are_mistakes()
    {
        Read("notes:\n  - { index: 0, given: cat, consensus: dog }\n  - { index: 0, given: cat, verdict: split }\n", out var mistakes);
        Assert.Equal(2, mistakes.Count);
        Assert.Contains("1:1: `source` is missing", mistakes[0], StringComparison.Ordinal);
        Assert.Contains("3:14: there is a note on test picture 0 already", mistakes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Corrected_accuracy_takes_the_consensus_and_leaves_out_what_has_no_right_answer()
    {
        // Truth 0 1 2 0, predicted 0 0 2 1: two of four right. Picture 1 is a 0 after all, picture 3 has no answer: three of three.
        var notes = Read(
            "source: Us\nnotes:\n  - { index: 1, given: dog, consensus: cat }\n  - { index: 3, given: cat, verdict: split }\n", out _);
        int[] predicted = [0, 0, 2, 1];
        var accuracy = CorrectedAccuracy.Of([.. Labels.Select((label, i) => new Prediction(i, label, predicted[i], [0, -9, -9]))], notes);
        Assert.Equal(new CorrectedAccuracy(new Proportion(2, 4), new Proportion(3, 3), 1, 1), accuracy);
    }

    [Fact]
    public void The_notes_that_come_with_the_project_are_MNISTs_fifteen()
    {
        var file = LabelNotes.PathOf("mnist");
        var text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));
        var labels = new int[10000];
        foreach (var (index, label) in new[]
        {
            (947, 8),
            (1901, 9),
            (2462, 2),
            (2597, 5),
            (3558, 5),
            (5937, 5),
            (6783, 1),
            (9729, 5),
            (2654, 6),
            (3520, 6),
            (9679, 6),
            (2130, 4),
            (8527, 4)
        })
        {
            labels[index] = label;
        }

        var mistakes = new List<Diagnostic>();
        var notes = LabelNotesFile.Parse(file, text, [.. Enumerable.Range(0, 10).Select(c => $"{c}")], labels, mistakes);
        Assert.Empty(mistakes);
        Assert.Equal(
            "947 8→9, 1621 0→6, 1901 9→4, 2130 4 Split, 2462 2→0, 2597 5→3, 2654 6 Neither, 3520 6 Neither, 3558 5→0, 5937 5→3, 6651 0→6, 6783 1→6, 8527 4 Split, 9679 6 Neither, 9729 5→6",
            string.Join(
                ", ", notes.Notes.Select(n => n.Consensus is { } to ? $"{n.Index} {n.Given}→{to}" : $"{n.Index} {n.Given} {n.Verdict}")));
    }

    [Fact]
    public async Task The_notes_beside_the_program_are_of_MNIST_itself()
    {
        var dataset = await Mnist.LoadAsync(TestContext.Current.CancellationToken);
        var file = LabelNotes.PathOf("mnist");
        var mistakes = new List<Diagnostic>();
        LabelNotesFile.Parse(
            file,
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file), TestContext.Current.CancellationToken),
            dataset.Classes,
            dataset.Test.Labels,
            mistakes);
        Assert.Empty(mistakes);
    }

    private static LabelNotes Read(string text, out List<string> mistakes)
    {
        var found = new List<Diagnostic>();
        var notes = LabelNotesFile.Parse(LabelNotes.PathOf("pets"), text, Classes, Labels, found);
        mistakes = [.. found.Select(mistake => $"{mistake}")];
        return notes;
    }
}
