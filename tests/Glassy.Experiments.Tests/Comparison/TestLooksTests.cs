using Glassy.Comparison;

namespace Glassy.Tests.Comparison;

public sealed class TestLooksTests : IDisposable
{
    private const string Dataset = "d1";
    private static readonly TestLook Look = new(Dataset, ["a", "b"], ["1", "2"], ["non-inferior=0.005"]);

    private readonly TemporaryProject _here = new();
    private readonly TemporaryProject _there = new();

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public void The_same_question_is_one_look_and_another_is_another()
    {
        var looks = new TestLooks(_here.Folder);
        TestLook[] others = [Look with { Gates = [] }, Look with { Runs = ["b", "a"] }, Look with { Records = ["1", "3"] }];

        foreach (var look in (TestLook[])[Look, Look with { Gates = ["non-inferior=0.005"] }, .. others])
        {
            looks.Add(look);
        }

        Assert.Equal(new LookCount(2, 4), looks.CountOf(Dataset, []));
        Assert.Equal(new LookCount(0, 0), looks.CountOf("other", []));
        Assert.All(_here.AllFiles(), file => Assert.Matches("^data/looks/[0-9a-f]{16}\\.json$", file));
    }

    [Fact]
    public void Folders_of_two_machines_are_merged_by_copying_in_either_order()
    {
        new TestLooks(_here.Folder).Add(Look);
        new TestLooks(_here.Folder).Add(Look with { Gates = [] });
        new TestLooks(_there.Folder).Add(Look);
        new TestLooks(_there.Folder).Add(Look with { Records = ["3", "4"] });
        var bytes = _there.AllFiles().ToDictionary(file => file, file => File.ReadAllBytes(_there.PathOf(file)));

        foreach (var file in _there.AllFiles())
        {
            Assert.True(!File.Exists(_here.PathOf(file)) || File.ReadAllBytes(_here.PathOf(file)).SequenceEqual(bytes[file]));
            _here.Write(file, bytes[file]);
        }

        Assert.Equal(new LookCount(2, 3), new TestLooks(_here.Folder).CountOf(Dataset, []));
    }

    [Fact]
    public void A_run_that_was_removed_was_scored_all_the_same()
    {
        var looks = new TestLooks(_here.Folder);
        var (run, other) = (SampleRun.Make(), SampleRun.Make("bbbbbbbbbbbbbbbb"));
        looks.Add(TestLook.OfScore(run, "1"));

        Assert.Equal("2 times: 2 runs scored, 0 comparisons", looks.CountOf(run.Dataset.Sha256, [run, other]).ToString());
        Assert.Equal("1 time: 1 run scored, 0 comparisons", looks.CountOf(run.Dataset.Sha256, []).ToString());
        Assert.Equal(new LookCount(0, 0), looks.CountOf("other", [run]));
    }

    [Fact]
    public void What_an_interrupted_process_was_writing_is_swept()
    {
        _here.Write("data/looks/.x.json.0123456789abcdef0123456789abcdef/x.json", "half");
        new TestLooks(_here.Folder).Add(Look);

        new TestLooks(_here.Folder).Sweep();

        Assert.Single(_here.AllFiles());
    }

    [Theory]
    [InlineData("{", "data/looks/x.json: ")]
    [InlineData("null", "data/looks/x.json: is 'null', expected a look at a test split; take the file from the repository again")]
    [InlineData("{\"dataset\":\"d1\"}", "data/looks/x.json: ")]
    public void A_damaged_look_is_named(string text, string expected)
    {
        _here.Write("data/looks/x.json", text);

        var error = Assert.Throws<InvalidDataException>(() => new TestLooks(_here.Folder).List());

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; take the file from the repository again", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
