using System.Text;
using System.Text.Json.Nodes;
using Glassy.Datasets.Folders;
using Glassy.Runs;

namespace Glassy.Tests.Runs;

/// <summary>What a run's record says of how its dataset was read.</summary>
public sealed class RecordedRemarkTests
{
    [Fact]
    public void Facts_are_recorded_and_read_again_without_the_sentence()
    {
        var remark = new DatasetRemark("/home/me/photos: 1 file is left out: 1 .txt (no picture)", IsWarning: true)
        {
            Kind = "left_out",
            Numbers = new Dictionary<string, long> { ["count"] = 1, ["others"] = 0 },
            Names = new Dictionary<string, string> { ["name"] = "photos" },
            LeftOut = [new LeftOutKind(".txt", "no_picture", null, 1)],
        };
        var run = SampleRun.Make() with { Dataset = (SampleRun.Dataset with { Remarks = [remark] }).ForRecord() };

        var bytes = RunSerializer.Write(run);

        Assert.DoesNotContain("/home/me", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        var read = Assert.Single(RunSerializer.Read(bytes, "run.json").Dataset.Remarks!); // it has one
        // it has them
        Assert.Equal(
            ("", true, "left_out", 1L, "photos"), (read.Text, read.IsWarning, read.Kind, read.Numbers!["count"], read.Names!["name"]));
        Assert.Equal(remark.LeftOut, read.LeftOut);
    }

    [Fact]
    public void A_record_of_before_there_were_facts_has_its_sentence()
    {
        var json = JsonNode.Parse(RunSerializer.Write(SampleRun.Make()))!; // it was written
        json["dataset"]![
            "remarks"] = JsonNode.Parse("""[{"text": "photos: 2 files are left out: 2 .txt (no picture)", "isWarning": true}]""");

        // it has one
        var read = Assert.Single(RunSerializer.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "run.json").Dataset.Remarks!);

        Assert.Equal(
            ("photos: 2 files are left out: 2 .txt (no picture)", true, null, null), (read.Text, read.IsWarning, read.Kind, read.Numbers));
    }
}
