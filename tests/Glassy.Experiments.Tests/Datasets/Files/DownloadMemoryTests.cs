using Glassy.Datasets.Files;

namespace Glassy.Tests.Datasets.Files;

public sealed class DownloadMemoryTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void A_failure_is_remembered_for_an_hour()
    {
        Assert.Null(At(Noon).NextTry());

        At(Noon).Remember();

        Assert.Equal(Noon.AddHours(1), At(Noon).NextTry());
        Assert.Equal(Noon.AddHours(1), At(Noon.AddHours(1).AddTicks(-1)).NextTry());
        Assert.Null(At(Noon.AddHours(1)).NextTry());
        Assert.Null(At(Noon.AddTicks(-1)).NextTry()); // the clock was put back
        Assert.Equal([".cache/unreachable"], _project.AllFiles());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no time")]
    [InlineData("2024-02-03T12:00:00.0000000+00:00")]
    public void A_memory_that_was_damaged_is_none_and_the_next_one_takes_its_place(string text)
    {
        _project.Write(".cache/unreachable", text);
        Assert.Null(At(Noon).NextTry());

        At(Noon).Remember();

        Assert.Equal(Noon.AddHours(1), At(Noon).NextTry());
    }

    private DownloadMemory At(DateTimeOffset now) => new(_project.PathOf(".cache/unreachable"), new FixedTime(now));
}
