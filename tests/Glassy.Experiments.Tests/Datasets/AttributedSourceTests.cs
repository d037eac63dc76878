using Glassy.Datasets;
using Glassy.Datasets.Options;
using Glassy.Imaging;
using Glassy.Progress;

namespace Glassy.Tests.Datasets;

public sealed class AttributedSourceTests : IDisposable
{
    private readonly TemporaryProject _project = new();
    private readonly HttpClient _http = new();

    public AttributedSourceTests()
    {
        foreach (var (i, name) in new[] { "train/a/1", "train/b/2", "test/a/3", "test/b/4", "val/a/4" }.Index())
        {
            _project.Write($"shapes/{name}.png", Png.Encode([(byte)i, 0], new ImageShape(1, 2, 1)));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task Rows_find_pictures_by_path_or_by_an_end_that_one_alone_has()
    {
        var dataset = await LoadAsync(
            "file,group,age\n./train/a/1.png,ann,7\n/home/me/test/a/3.png,bob,\ntest/b/4.png,cy,9\nval/a/4.png,cy,8\ntrain/b/2.png,ann,1\n");

        Assert.Equal(["group", "age"], dataset.Test.Traits.Select(trait => trait.Name));
        Assert.Equal(["ann", "ann"], dataset.Train.Traits[0].Values);
        Assert.Equal(["bob", "cy"], dataset.Test.Traits[0].Values);
        Assert.Equal(["", "9"], dataset.Test.Traits[1].Values);
        Assert.Equal(["8"], dataset.Validation!.Traits[1].Values); // it has one
        Assert.DoesNotContain(dataset.Remarks, remark => remark.Text.Contains("attributes.csv", StringComparison.Ordinal));
    }

    /// <summary>It may have been left out as damaged; a picture of that name in another folder is another picture.</summary>
    [Fact]
    public async Task A_row_of_a_picture_that_is_not_there_is_not_given_to_one_of_its_name()
    {
        var dataset = await LoadAsync("file,group\ntrain/a/3.png,ann\ntest/a/3.png,bob\n");

        Assert.Equal(["bob", ""], dataset.Test.Traits[0].Values);
        Assert.Contains(dataset.Remarks, remark => remark.Text.Contains("the row is left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_name_places_in_a_split_and_without_one_in_the_test_split()
    {
        var both = await LoadAsync("split,index,device\nTraining,1,x\ntest,0,y\n");
        var test = await LoadAsync("index,device\n1,z\n");

        Assert.Equal(["", "x"], both.Train.Traits[0].Values);
        Assert.Equal(["y", ""], both.Test.Traits[0].Values);
        Assert.Equal(["", "z"], test.Test.Traits[0].Values);
    }

    [Fact]
    public async Task Rows_without_a_picture_and_pictures_without_a_row_are_counted()
    {
        var dataset = await LoadAsync("file,device\n3.png,x\n4.png,y\n9.png,z\n");

        Assert.Equal(
            ["attributes.csv:3: 4.png is no picture of shapes; 2 such rows are left out", "attributes.csv says nothing of 4 of 5 pictures"],
            dataset.Remarks.Select(remark => remark.Text));
        Assert.Equal([true, false], dataset.Remarks.Select(remark => remark.IsWarning));
    }

    [Fact]
    public async Task Another_table_is_another_input_and_the_same_pictures()
    {
        var (first, second) = (await SourceAsync("index,device\n1,z\n"), await SourceAsync("index,device\n1,y\n"));

        Assert.Contains(_project.PathOf("attributes.csv"), first.Files);
        Assert.Equal(
            DatasetInfo.Describe(await first.LoadAsync(TestContext.Current.CancellationToken)).Sha256,
            DatasetInfo.Describe(await second.LoadAsync(TestContext.Current.CancellationToken)).Sha256);
    }

    [Theory]
    [InlineData("device\nx\n", "attributes.csv: neither files nor `index` among device; expected `file`, or `index` with `split`")]
    [InlineData("index,split\n0,odd\n", "attributes.csv:2: split is 'odd', expected train, validation (or val, valid, dev) or test")]
    [InlineData("index,device\n-1,x\n", "attributes.csv:2: index is '-1', expected the picture's place in its split, from 0")]
    [InlineData("index,device\n1,x\n1,y\n", "attributes.csv:3: Test picture 1 stands in line 2 too; keep one of the two rows")]
    [InlineData(
        "file,device\n8.png,x\n9.png,y\n",
        "attributes.csv: none of its rows (2) is of a picture of 'shapes', expected paths in the dataset's folder, or places in its splits")]
    public async Task A_mistake_is_named_with_its_line(string table, string mistake) =>
        Assert.Equal(mistake, (await Assert.ThrowsAsync<InvalidDataException>(() => LoadAsync(table))).Message);

    [Fact]
    public async Task A_table_that_is_not_there_is_named() => Assert.Equal(
        "none.csv: no such file (dataset.attributes), neither in the project nor beside the pictures",
        (await Assert.ThrowsAsync<InvalidDataException>(
            () => ResolveAsync(new DatasetOptions { Name = "shapes", Attributes = "none.csv" }))).Message);

    [Fact]
    public async Task Pictures_without_files_of_their_own_cannot_be_named_by_files()
    {
        _project.Write("attributes.csv", "file,device\n1.png,x\n");
        var digits = Path.Combine(RepositoryRoot.Path, "data/datasets/digits/digits.png");
        _project.Write("data/datasets/digits/digits.png", await File.ReadAllBytesAsync(digits, TestContext.Current.CancellationToken));
        var source = await ResolveAsync(new DatasetOptions { Name = "digits", Attributes = "attributes.csv" });

        Assert.Equal(
            "attributes.csv:2: names pictures by files, but those of 'digits' have no files of their own; name them by `index` and `split`",
            (await Assert.ThrowsAsync<InvalidDataException>(() => source.LoadAsync(TestContext.Current.CancellationToken))).Message);
    }

    private async Task<ImageDataset> LoadAsync(string table) =>
        await (await SourceAsync(table)).LoadAsync(TestContext.Current.CancellationToken);

    private Task<IDatasetSource> SourceAsync(string table)
    {
        _project.Write("attributes.csv", table);
        return ResolveAsync(new DatasetOptions { Name = "shapes", Attributes = "attributes.csv" });
    }

    private Task<IDatasetSource> ResolveAsync(DatasetOptions options) =>
        new DatasetCatalog(_project.Folder, NoProgress.Instance, _http, TimeProvider.System, null).ResolveAsync(
            options, TestContext.Current.CancellationToken);
}
