using Glassy.Diagnostics;

namespace Glassy.Tests.Theme;

public sealed class EvaluateTests : IDisposable
{
    private readonly ThemeFolder _folder = new();

    private static object Model => new
    {
        Run = new
        {
            Id = "0a<b",
            Accuracy = 0.9717,
            Loss = 0.09183,
            Commit = (string?)null,
            CreatedAt = new DateTimeOffset(
            2023, 10, 25, 12, 26, 40, TimeSpan.Zero)
        },
        Dataset = new { Train = new { Count = 60000, PerClass = new[] { 5923, 6742 } } },
    };

    [Theory]
    [InlineData("run.accuracy | percent", "97.17%")]
    [InlineData(" run.accuracy | percent 1 ", "97.2%")]
    [InlineData("percent run.accuracy 0", "97%")]
    [InlineData("dataset.train.count | number", "60,000")]
    [InlineData("dataset.train.count", "60000")]
    [InlineData("dataset.train.per_class[1] | number", "6,742")]
    [InlineData("run.loss | number 4", "0.0918")]
    [InlineData("run.created_at | date", "2023-10-25")]
    [InlineData("run.created_at | date 'yyyy-MM-dd HH:mm'", "2023-10-25 12:26")]
    [InlineData("1 - run.accuracy | percent", "2.83%")]
    [InlineData("run.id", "0a<b")]
    [InlineData("run.accuracy > 0.97", "true")]
    [InlineData("run.commit | or 'none'", "none")]
    [InlineData("run.id | or 'none'", "0a<b")]
    [InlineData("(run.commit) ? 'passed' : 'failed'", "failed")]
    [InlineData("(run.id) ? 'passed' : 'failed'", "passed")]
    [InlineData("(run.accuracy > 0.98) ? 'passed' : 'failed'", "failed")]
    [InlineData("0.99991 | to 0.99994", "99.991% to 99.994%")]
    [InlineData("0.5 | to 0.6", "50.0% to 60.0%")]
    [InlineData("1 | to 1", "100.0% to 100.0%")]
    public void An_expression_has_a_value(string expression, string value)
    {
        Assert.Equal(value, _folder.Theme.Evaluate(expression, Model));
    }

    [Theory]
    [InlineData("run.acuracy | percent", 5, "unknown member 'acuracy'; did you mean `accuracy`?")]
    [InlineData("runn.accuracy", 1, "unknown name 'runn'; did you mean `run`?")]
    [InlineData("run.accuracy | precent", 16, "did you mean `percent`?")]
    [InlineData("run.accuracy | percent -1", 0, "")]
    [InlineData("run.accuracy | percent 99", 16, "a count of decimals, 0 to 15, found '99'")]
    [InlineData("run.commit", 1, "'run.commit' has no value here")]
    [InlineData("run.commit | or", 14, "expected what is said where there is no value")]
    [InlineData("run", 1, "known: accuracy, commit, created_at, id, loss")]
    [InlineData("run.created_at", 1, "'| date'")]
    [InlineData("run.created_at | date 'q'", 18, "format")]
    [InlineData("dataset.train.per_class", 1, "a list")]
    [InlineData("run.accuracy |", 0, "")]
    [InlineData("", 1, "expected one expression")]
    [InlineData("x = 1", 1, "expected one expression")]
    [InlineData("run.id; run.id", 1, "expected one expression")]
    [InlineData("for x in 1..3", 0, "")]
    [InlineData("include 'a.html'", 1, "there is no template")]
    public void A_mistake_has_its_column_inside_the_expression(string expression, int column, string message)
    {
        var exception = Assert.Throws<DiagnosticException>(() => _folder.Theme.Evaluate(expression, Model));

        var diagnostic = exception.Diagnostics[0];
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Null(diagnostic.File);
        Assert.Equal(1, diagnostic.Line);
        if (column > 0)
        {
            Assert.Equal(column, diagnostic.Column);
        }
    }

    public void Dispose() => _folder.Dispose();
}
