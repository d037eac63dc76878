using Glassy.Diagnostics;

namespace Glassy.Tests.Diagnostics;

public sealed class SourceExcerptTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_text_shows_the_line_and_two_around_it()
    {
        _project.Write("a.csv", "1\n2\n3\n4\n5\n6\n");

        Assert.Equal([2, 3, 4, 5, 6], SourceExcerpt.Read(_project.PathOf("a.csv"), 4, 0).Select(line => line.Number));
    }

    [Fact]
    public void What_is_no_text_shows_nothing()
    {
        _project.Write("a.npz", [(byte)'P', (byte)'K', 3, 4, 10, 0, 10, 10]);

        Assert.Empty(SourceExcerpt.Read(_project.PathOf("a.npz"), 1, 0));
    }
}
