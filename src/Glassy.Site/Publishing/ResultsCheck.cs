using Glassy.Checks;
using Glassy.Tokens;
using Glassy.Wording;

namespace Glassy.Publishing;

/// <summary>A check of the run, in English.</summary>
/// <param name="Code"><c>GL001</c> …</param>
/// <param name="Name">What it asks.</param>
/// <param name="State">What came of it.</param>
/// <param name="Evidence">The figures that it goes by; of one that is not applicable why.</param>
/// <param name="Where">Which member of the document has them.</param>
/// <param name="Muted">Why a failure is not to be mended, as the project says it; else null.</param>
public sealed record ResultsCheck(string Code, string Name, CheckState State, string Evidence, string Where, string? Muted)
{
    public static ResultsCheck Of(CheckResult check)
    {
        var sentences = new CheckSentences(WordsReader.English);
        return new ResultsCheck(check.Code, sentences.Name(check), check.State, sentences.Found(check), check.Where, check.Muted);
    }
}
