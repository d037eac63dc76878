using Glassy.Datasets;

namespace Glassy.Wording;

/// <summary>What people agreed on who looked at a doubted label: "people read 9".</summary>
public static class LabelDoubt
{
    /// <param name="note">Of a test picture.</param>
    /// <param name="classes">The class names, in label order.</param>
    /// <param name="words">What is said.</param>
    public static string Of(LabelNote note, IReadOnlyList<string> classes, Words words) => (note.Verdict, note.Consensus) switch
    {
        (LabelVerdict.Consensus, { } label) => words.Of("labels.read", ("class", classes[label])),
        (LabelVerdict.Neither, _) => words["labels.read_none"],
        _ => words["labels.split"],
    };
}
