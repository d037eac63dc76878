using System.Text;
using Glassy.Diagnostics;
using Glassy.Foreign;

namespace Glassy.Tests.Foreign;

public sealed class PredictedPicturesTests : IDisposable
{
    private readonly TemporaryProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("file,label,predicted\nb.png,dog,cat\na.png,cat,emu\n", "cat,dog,emu", "0,1")]
    [InlineData("file,label,prob_dog,prob_cat\nb.png,dog,1,0\na.png,cat,0,1\n", "dog,cat", "1,0")]
    [InlineData("file,label,dog,cat,emu\nb.png,dog,0.98,0.01,0.01\na.png,cat,0,0.97,0.03\n", "dog,cat,emu", "1,0")]
    [InlineData("file,label,dog,cat,age\nb.png,dog,0.9,0.1,44\na.png,cat,0.2,0.8,7\n", "dog,cat", "1,0")]
    [InlineData("file,device,label,dog,cat,emu\nb.png,old,dog,0.8,0.1,0.1\na.png,new,cat,0.2,0.7,0.1\n", "dog,cat,emu", "1,0")]
    [InlineData("file,label,dog,cat,flag\nb.png,dog,0.9,0.1,0\na.png,cat,0.2,0.8,0\n", "dog,cat", "1,0")]
    [InlineData("file,label,dog,cat,blur\nb.png,dog,0.9,0.1,0.4\na.png,cat,0.2,0.8,0.06\n", "dog,cat", "1,0")]
    [InlineData("file,group,label,dog,cat\nb.png,p0,dog,7,-2\na.png,p1,cat,1,2\n", "dog,cat", "1,0")]
    [InlineData("index,label,predicted\n1,10,9\n0,9,9\n", "9,10", "0,1")]
    [InlineData("file,label,Dog,Cat\nb.png,dog,7,-2\na.png,cat,1,2\n", "Dog,Cat", "1,0")]
    [InlineData("Index,Label,Predicted\n0,dog,cat\n1,cat,cat\n", "cat,dog", "1,0")]
    [InlineData("file\tlabel\tpredicted\nb.png\tdog, small\tcat\na.png\tcat\tcat\n", "cat,dog, small", "0,1")]
    [InlineData("file,label,predicted,prob_dog,prob_cat\nb.png,0,dog,1,0\na.png,1,dog,0,1\n", "dog,cat", "1,0")]
    public async Task Classes_are_those_of_the_scores_or_those_that_are_named(string text, string classes, string labels)
    {
        var pictures = await ReadAsync(text);

        Assert.Equal(classes, string.Join(',', pictures.Classes));
        Assert.Equal(labels, string.Join(',', pictures.Labels));
    }

    /// <summary>Letters that cannot be read would be other names of classes; a workbook has none.</summary>
    [Theory]
    [InlineData(
        "file,label,predicted\na,k\u00e4se,k\u00e4se\n", "p.csv: is neither UTF-8 nor UTF-16 with its mark; save it as CSV in UTF-8")]
    [InlineData(
        "PK\u0003\u0004\u0014", "p.csv: is an archive, such as a workbook of Excel, by its first bytes; save the sheet as CSV in UTF-8")]
    public async Task A_file_that_is_no_text_in_unicode_is_told_with_the_way_out(string text, string message)
    {
        _project.Write("p.csv", Encoding.Latin1.GetBytes(text));

        var mistake = await Assert.ThrowsAsync<DiagnosticException>(
            () => PredictedPictures.ReadAsync(_project.PathOf("p.csv"), "p.csv", "p", null, TestContext.Current.CancellationToken));

        Assert.StartsWith(message, Assert.Single(mistake.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_are_in_natural_order_of_their_names_and_make_a_dataset_without_pixels()
    {
        var pictures = await ReadAsync("file,label,predicted\nx10.png,b,a\nx2.png,a,a\n");
        var dataset = PredictedPictures.ToDataset(pictures);

        Assert.Equal(["x2.png", "x10.png"], pictures.Names!);
        Assert.Equal((0, 2, 0), (dataset.Train.Count, dataset.Test.Count, dataset.Test.Shape.Length));
        Assert.Equal([0, 1], dataset.Test.Labels);
    }

    [Theory]
    [InlineData(
        "file,predicted\na,cat\n",
        "p.csv:1: has no `label`, which predictions without pictures need: nobody else knows the true classes; its columns are file, predicted: name the one of the true classes `label`, and the one of the answers `predicted`")]
    [InlineData("file,label,predicted\n", "p.csv:1: has a head and no row, expected a row for each picture")]
    [InlineData("file,label,predicted\na,cat,cat\n,dog,dog\n", "p.csv:3: the picture's name is empty")]
    [InlineData("file,label,predicted\na,,cat\n", "p.csv:2: `label` is empty, expected the true class")]
    [InlineData(
        "file,label,predicted\na,cat,cat\na,dog,dog\n", "p.csv:3: 'a' is 'dog' here, and 'cat' in line 2; keep one row for each picture")]
    [InlineData(
        "index,label,predicted\n1,cat,cat\n2,dog,dog\n",
        "p.csv:2: `index` has '1' where 0 was expected: it counts pictures from 0, without gaps; name them by `file` otherwise")]
    [InlineData(
        "file,label,dog,cat,age\na,cat,2,-1,40\nb,dog,3,1,50\n",
        "p.csv:1: no `label` names the column 'age', and the numbers do not tell whether it is a class; call the columns of classes 'prob_dog' and so on, and the others stay what else is known of pictures")]
    [InlineData(
        "file,label,prob_cat,prob_dog\na,cow,1,0\n", "p.csv:2: `label` is 'cow', which is no class; did you mean `cat`? known: cat, dog")]
    [InlineData(
        "file,label,predicted\na,0,cat\nb,1,dog\nc,2,cat\n",
        "p.csv:2: `label` is '0' where `predicted` is 'cat', and nothing says which number is which class; write names in both, or give each class a column of scores, 'prob_cat' and so on, in the order of the numbers")]
    [InlineData(
        "file,label,predicted\na,cat,1\nb,dog,0\n",
        "p.csv:2: `predicted` is '1' where `label` is 'cat', and nothing says which number is which class; write names in both, or give each class a column of scores, 'prob_cat' and so on, in the order of the numbers")]
    [InlineData(
        "file,label,cat,dog\na,0,2,-1\nb,1,3,1\n",
        "p.csv:2: `label` is '0', and the columns have names (cat, dog): nothing says which number is which class; write names in both, or give each class a column of scores, 'prob_cat' and so on, in the order of the numbers")]
    [InlineData(
        "file,label,cat,dog\na,cat,2,-1\nb,dgo,3,1\nc,dog,3,1\n",
        "p.csv:3: `label` is 'dgo', of which there is no column of scores as there is of other classes; did you mean `dog`? known: cat, dog")]
    public async Task What_does_not_say_what_the_pictures_are_is_refused(string text, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<DiagnosticException>(() => ReadAsync(text))).Message);

    [Fact]
    public async Task Rows_that_name_no_picture_count_in_their_order_and_so_do_those_of_another_seed()
    {
        var pictures = await ReadAsync("label,predicted\nb,a\na,a\nb,b\n");
        var same = new PredictionReader(_project.PathOf("p.csv"), "p.csv", pictures);
        _project.Write("seed2.csv", "predicted\na\nb\nb\n");
        var other = new PredictionReader(_project.PathOf("seed2.csv"), "seed2.csv", pictures);

        Assert.Equal([1, 0, 1], pictures.Labels);
        Assert.Equal(
            [0, 0, 1],
            (await same.ReadAsync(null, TestContext.Current.CancellationToken)).Predictions.Select(prediction => prediction.Predicted));
        Assert.Equal(
            [0, 1, 1],
            (await other.ReadAsync(null, TestContext.Current.CancellationToken)).Predictions.Select(prediction => prediction.Predicted));
    }

    private Task<TestPictures> ReadAsync(string text)
    {
        _project.Write("p.csv", text);
        return PredictedPictures.ReadAsync(
            _project.PathOf("p.csv"), "p.csv", "predictions", classes: null, TestContext.Current.CancellationToken);
    }
}
