using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Tests.Publishing;

public sealed class RunAddressesTests
{
    [Fact]
    public void The_primary_run_has_the_short_addresses() => Assert.Equal(
        [
            "assets/datasets/my-digits",
            "assets/datasets/my-digits/confusion-matrices/confusion-matrix.png",
            "assets/strips/train-2.png",
            "assets/drawing/model.js",
            "results.json",
            "17",
        ],
        AddressesOf(new RunAddresses("0123abcd", "my digits", isPrimary: true)));

    [Fact]
    public void Every_other_run_has_a_folder_of_its_own() => Assert.Equal(
        [
            "assets/runs/0123abcd/datasets/my-digits",
            "assets/runs/0123abcd/datasets/my-digits/confusion-matrices/confusion-matrix.png",
            "assets/runs/0123abcd/strips/train-2.png",
            "assets/runs/0123abcd/drawing/model.js",
            "assets/runs/0123abcd/results.json",
            "0123abcd/17",
        ],
        AddressesOf(new RunAddresses("0123abcd", "my digits", isPrimary: false)));

    [Fact]
    public void What_an_address_begins_with_tells_runs_apart() => Assert.Equal(
        ("", "assets/runs/0123abcd/"),
        (new RunAddresses("0123abcd", "digits", isPrimary: true).Root, new RunAddresses("0123abcd", "digits", isPrimary: false).Root));

    private static string[] AddressesOf(RunAddresses addresses) =>
    [
        addresses.Dataset,
        addresses.Chart(RunFiles.ConfusionMatrix),
        addresses.Strip("train", 2),
        addresses.Drawing("model.js"),
        addresses.Download(SiteFileNames.Results),
        addresses.PicturePage(17),
    ];
}
