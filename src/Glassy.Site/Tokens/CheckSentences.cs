using Glassy.Checks;
using Glassy.Theme;
using Glassy.Wording;

namespace Glassy.Tokens;

/// <summary>What is said of a check, in a site's language.</summary>
/// <param name="words">What is said.</param>
public sealed class CheckSentences(Words words)
{
    /// <summary>What it asks, in a few words.</summary>
    public string Name(CheckResult check) => words[$"checks.{check.Word}_name"];

    /// <summary>Why it matters.</summary>
    public string Why(CheckResult check) => words[$"checks.{check.Word}_why"];

    /// <summary>What mends its failure.</summary>
    public string Mend(CheckResult check) => words[$"checks.{check.Word}_mend"];

    /// <summary>What came of it: <c>failed</c>.</summary>
    public string State(CheckResult check) => words[check.State switch
    {
        CheckState.Passed => "checks.passed",
        CheckState.Failed => "checks.failed",
        CheckState.Muted => "checks.muted",
        _ => "checks.not_applicable",
    }];

    /// <summary>The figures that it goes by in a sentence; of one that is not applicable why.</summary>
    public string Found(CheckResult check) => check.WhyNot is { } whyNot
        ? words[$"checks.{whyNot}"]
        : words.TextOf($"checks.{check.Word}_found", check.Values.ToDictionary(value => value.Name, TextOf, StringComparer.Ordinal));

    private object? TextOf(CheckValue value) => value.Unit switch
    {
        CheckUnit.Count => words.Whole((long)value.Number),
        CheckUnit.Share => words.Figure(TemplateFunctions.Percent(value.Number)),
        _ => value.Text,
    };
}
