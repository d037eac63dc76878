using Glassy.Diagnostics;
using Glassy.Foreign;
using Glassy.Metrics;

namespace Glassy.Tests.Foreign;

/// <summary>Files of predictions of four pictures of two classes, and what reading them gives.</summary>
internal sealed class PredictionFixture : IDisposable
{
    public static readonly TestPictures Pets = new(
        "pets", ["cat", "dog"], [0, 0, 1, 1], ["test/cat/1.png", "test/cat/2.png", "test/dog/1.png", "test/dog/10.png"]);

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    public Task<ForeignPredictions> ReadAsync(string text, string name = "p.csv", TestPictures? pictures = null, ScoreKind? declared = null)
    {
        _project.Write(name, text);
        return ReadFileAsync(name, pictures, declared);
    }

    public Task<ForeignPredictions> ReadAsync(byte[] content, string name, TestPictures? pictures = null)
    {
        _project.Write(name, content);
        return ReadFileAsync(name, pictures, null);
    }

    /// <summary>The messages of a file that cannot be read, a line each.</summary>
    public async Task<string> MistakesInAsync(
        string text,
        string name = "p.csv",
        TestPictures? pictures = null,
        ScoreKind? declared = null) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => ReadAsync(text, name, pictures, declared))).Message;

    public async Task<string> MistakesInAsync(byte[] content, string name) =>
        (await Assert.ThrowsAsync<DiagnosticException>(() => ReadAsync(content, name))).Message;

    public string PathOf(string name) => _project.PathOf(name);

    /// <summary>Each picture's answer.</summary>
    public static string AnswersOf(ForeignPredictions read, TestPictures? pictures = null) =>
        string.Join(' ', read.Predictions.Select(prediction => (pictures ?? Pets).Classes[prediction.Predicted]));

    private Task<ForeignPredictions> ReadFileAsync(string name, TestPictures? pictures, ScoreKind? declared) =>
        new PredictionReader(_project.PathOf(name), name, pictures ?? Pets).ReadAsync(declared, TestContext.Current.CancellationToken);
}
