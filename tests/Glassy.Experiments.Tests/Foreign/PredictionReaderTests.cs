using Glassy.Diagnostics;
using Glassy.Foreign;
using Glassy.Metrics;

namespace Glassy.Tests.Foreign;

public sealed class PredictionReaderTests : IDisposable
{
    private const string Answers = "file,predicted\ntest/dog/10.png,dog\ntest/cat/1.png,cat\ntest/dog/1.png,cat\ntest/cat/2.png,cat\n";
    private const string Head = "file,cat,dog\n";
    private readonly PredictionFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Answers_alone_are_read_in_any_order_and_have_no_probabilities()
    {
        var read = await _fixture.ReadAsync(Answers);

        Assert.Equal("cat cat cat dog", PredictionFixture.AnswersOf(read));
        Assert.Equal([0, 1, 2, 3], read.Predictions.Select(prediction => prediction.Index));
        Assert.Equal([0, 0, 1, 1], read.Predictions.Select(prediction => prediction.Label));
        Assert.All(read.Predictions, prediction => Assert.False(prediction.HasProbabilities));
        Assert.Null(read.Scores);
        Assert.Empty(read.Warnings);
    }

    [Fact]
    public async Task Probabilities_become_logarithms_and_the_likeliest_class_is_the_answer()
    {
        var read = await _fixture.ReadAsync(
            Head + "test/cat/1.png,0.75,0.25\ntest/cat/2.png,0.5,0.5\ntest/dog/1.png,1,0\ntest/dog/10.png,.1,9e-1\n");

        Assert.Equal("cat cat cat dog", PredictionFixture.AnswersOf(read));
        Assert.Equal((ScoreKind.Probabilities, false), (read.Scores, read.AreScoresDeclared));
        Assert.Equal(MathF.Log(0.75f), read.Predictions[0].LogProbabilities[0], 1e-6);
        Assert.Equal(0.9, read.Predictions[3].ProbabilityOf(1), 1e-6);
    }

    /// <summary>One row beyond 0 and 1 would make logits of all: so sure a model there is not.</summary>
    [Theory]
    [InlineData(
        "0.75,0.25",
        "1.01,-0.01",
        "p.csv:9: has scores beyond 0 and 1, while 19 of 20 rows are probabilities that sum to 1; mend the row, or say `scores: logits` in the recipe")]
    [InlineData(
        "75,25",
        "100,0",
        "p.csv:2: the scores of 20 of 20 rows sum to 100, as percentages do, expected 0 to 1; divide them by 100, or say `scores: logits` in the recipe")]
    public async Task A_slip_does_not_make_logits_of_probabilities(string usual, string odd, string expected)
    {
        using var project = new TemporaryProject();
        project.Write(
            "p.csv", string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{(i == 7 ? odd : usual)}\n").Prepend("index,cat,dog\n")));
        var pictures = new TestPictures("pets", ["cat", "dog"], [.. Enumerable.Repeat(0, 20)], Names: null);
        var reader = new PredictionReader(project.PathOf("p.csv"), "p.csv", pictures);

        var mistake = await Assert.ThrowsAsync<DiagnosticException>(
            () => reader.ReadAsync(declared: null, TestContext.Current.CancellationToken));
        Assert.Equal(expected, mistake.Message);
        Assert.Equal(ScoreKind.Logits, (await new PredictionReader(project.PathOf("p.csv"), "p.csv", pictures).ReadAsync(
            ScoreKind.Logits, TestContext.Current.CancellationToken)).Scores);
    }

    [Fact]
    public async Task Logits_are_recognised_by_numbers_that_cannot_be_probabilities()
    {
        var read = await _fixture.ReadAsync(
            Head + "test/cat/1.png,0.5,0.5\ntest/cat/2.png,1000,-1000\ntest/dog/1.png,0,1\ntest/dog/10.png,-3,-1\n");

        Assert.Equal((ScoreKind.Logits, false), (read.Scores, read.AreScoresDeclared));
        Assert.Equal("cat cat dog dog", PredictionFixture.AnswersOf(read));
        Assert.Equal(1 / (1 + Math.E), read.Predictions[2].ProbabilityOf(0), 1e-6); // softmax of (0, 1)
        Assert.Equal(-2000, read.Predictions[1].LogProbabilities[1]);
    }

    [Fact]
    public async Task What_is_declared_is_not_guessed()
    {
        var read = await _fixture.ReadAsync(
            Head + "test/cat/1.png,0,0\ntest/cat/2.png,1,0\ntest/dog/1.png,0,1\ntest/dog/10.png,0,1\n", declared: ScoreKind.Logits);

        Assert.Equal((ScoreKind.Logits, true), (read.Scores, read.AreScoresDeclared));
        Assert.Equal(0.5, read.Predictions[0].ProbabilityOf(0), 1e-6);
    }

    [Fact]
    public async Task A_probability_of_0_is_the_smallest_that_a_float_can_hold_and_this_is_said_where_it_is_the_truth()
    {
        var read = await _fixture.ReadAsync(Head + "test/cat/1.png,1,0\ntest/cat/2.png,0,1\ntest/dog/1.png,1,0\ntest/dog/10.png,0,1\n");

        Assert.Equal(Math.Log(Math.Pow(2, -149)), read.Predictions[0].LogProbabilities[1], 1e-4);
        Assert.All(read.Predictions, prediction => Assert.True(double.IsFinite(prediction.Loss)));
        Assert.Equal(
            "p.csv:3: the true class 'cat' has probability 0: in the log loss it counts as 2^-149, the smallest single above 0 (the first of 2 such rows)",
            Assert.Single(read.Warnings).ToString());
    }

    [Theory]
    [InlineData("test/cat/1.png")]
    [InlineData("./test/cat/1.png")]
    [InlineData("test\\cat\\1.png")]
    [InlineData("cat/1.png")]
    [InlineData("/home/me/pets/test/cat/1.png")]
    public async Task A_picture_is_known_by_its_path_from_above_or_below_the_datasets_folder(string path)
    {
        var read = await _fixture.ReadAsync(Answers.Replace("test/cat/1.png", path, StringComparison.Ordinal));

        Assert.Equal("cat cat cat dog", PredictionFixture.AnswersOf(read));
    }

    [Theory]
    [InlineData(
        "1.png",
        "p.csv:3: `file` is '1.png', which more than one test picture ends in; name it from the dataset's folder, such as 'test/cat/1.png'")]
    [InlineData(
        "/other/cow/2.png",
        "p.csv:3: `file` is '/other/cow/2.png', which is no test picture of 'pets', expected paths such as 'test/cat/1.png'")]
    [InlineData(
        "test/cta/1.png",
        "p.csv:3: `file` is 'test/cta/1.png', which is no test picture of 'pets', expected paths such as 'test/cat/1.png'; did you mean `test/cat/1.png`?")]
    [InlineData("", "p.csv:3: `file` is empty, expected the picture's path in the dataset")]
    public async Task A_path_of_no_picture_or_of_several_is_said(string path, string message) =>
        Assert.Equal(message, await _fixture.MistakesInAsync(Answers.Replace("test/cat/1.png", path, StringComparison.Ordinal)));

    [Fact]
    public async Task Pictures_without_files_have_an_index()
    {
        var numbered = PredictionFixture.Pets with { Names = null };
        var read = await _fixture.ReadAsync("index,predicted\n3,dog\n0,cat\n1.0,dog\n2,dog\n", pictures: numbered);

        Assert.Equal("cat dog dog dog", PredictionFixture.AnswersOf(read));
        Assert.Equal(
            "p.csv:2: `file` is 'test/dog/10.png', but the pictures of 'pets' have no files of their own; name them by `index`, 0 to 3 (the first of 4 such rows)",
            await _fixture.MistakesInAsync(Answers, pictures: numbered));
        Assert.Equal(
            "p.csv:3: `index` is '-1', expected the picture's place in the test split, 0 to 3 (the first of 2 such rows)",
            await _fixture.MistakesInAsync("index,predicted\n3,dog\n-1,cat\n4,dog\n", pictures: numbered));
    }

    [Theory]
    [InlineData("", "p.csv: is empty, expected a head that names the columns, such as file,label,predicted")]
    [InlineData("file,predicted\n", "p.csv:1: has a head and no row, expected a row for each test picture")]
    [InlineData("file,predicted\n\n\n", "p.csv:1: has a head and no row, expected a row for each test picture")]
    [InlineData("path,answer\na,b\n", "p.csv:1: has neither `predicted` nor a column for each class; its columns are path, answer")]
    [InlineData(
        "file,predcited\na,b\n",
        "p.csv:1: has neither `predicted` nor a column for each class; its columns are file, predcited; was one of them to be `predicted`?")]
    [InlineData(
        "fille,predicted\na,b\n",
        "p.csv:1: has neither `file` (a picture's path in the dataset) nor `index` (its place in the test split, from 0); its columns are fille, predicted; was one of them to be `file`?")]
    [InlineData("file,file,predicted\n", "p.csv:1: the column 'file' is there twice; leave one out")]
    [InlineData(
        "file,cat,dgo\n",
        "p.csv:1: columns for 1 of 2 classes, expected one for each (or none, with `predicted` alone); missing: dog; did you mean `dgo`?")]
    [InlineData(
        "file,prob_cat,prob_dog,prob_cow\n",
        "p.csv:1: the column 'prob_cow' is of no class of the dataset, whose classes are cat, dog; take the dataset that the model was trained on, or leave the column out to have the others alone")]
    [InlineData(
        "file,prob_cow,prob_pig\n",
        "p.csv:1: columns for 0 of 2 classes, expected one for each (or none, with `predicted` alone); missing: cat, dog; of no class: prob_cow, prob_pig")]
    public async Task A_head_that_does_not_do_is_said(string text, string message) =>
        Assert.Equal(message, await _fixture.MistakesInAsync(text));

    [Theory]
    [InlineData(
        "test/cat/1.png,0.5\n",
        "p.csv:2: the row has 2 cells, expected 3 as the head; does a text with the separator in it lack its quotes?")]
    [InlineData(
        "test/cat/1.png,0.5,0.5,\n",
        "p.csv:2: the row has 4 cells, expected 3 as the head; does a text with the separator in it lack its quotes?")]
    [InlineData("test/cat/1.png,,1\n", "p.csv:2: the cell of class 'cat' is empty, expected a number")]
    [InlineData("test/cat/1.png,a,1\n", "p.csv:2: the cell of class 'cat' is 'a', expected a number such as 0.25")]
    [InlineData("test/cat/1.png,\"0,5\",1\n", "p.csv:2: the cell of class 'cat' is '0,5', expected a number such as 0.25")]
    [InlineData("test/cat/1.png,nan,1\n", "p.csv:2: the score of class 'cat' is nan, expected a finite number; has the model diverged?")]
    [InlineData("test/cat/1.png,0,-inf\n", "p.csv:2: the score of class 'dog' is -inf, expected a finite number; has the model diverged?")]
    [InlineData(
        "test/cat/1.png,0.9,0.9\n",
        "p.csv:2: the probabilities sum to 1.8, expected 1; logits are said by `scores: logits`, and those of a sigmoid for each class are no probabilities of one class among all")]
    [InlineData(
        "test/cat/1.png,0,0\n",
        "p.csv:2: the probabilities sum to 0, expected 1; logits are said by `scores: logits`, and those of a sigmoid for each class are no probabilities of one class among all")]
    [InlineData("test/cat/1.png,\"0.5,0.5\n", "p.csv:2: a quoted cell goes over the end of its line; is a quote not closed?")]
    public async Task A_row_that_does_not_do_is_said_with_its_line(string row, string message) =>
        Assert.Equal(message, (await _fixture.MistakesInAsync(Head + row + "test/cat/2.png,1,0\n")).Split('\n')[0]);

    [Fact]
    public async Task Probabilities_that_are_none_are_said_where_the_recipe_calls_them_so() => Assert.Equal(
        "p.csv:2: probabilities from -2 to 3, expected 0 to 1; are they logits? say `scores: logits` in the recipe",
        await _fixture.MistakesInAsync(Head + "test/cat/1.png,-2,3\n", declared: ScoreKind.Probabilities));

    [Fact]
    public async Task Probabilities_that_were_rounded_are_divided_by_their_sum_and_that_is_said()
    {
        var read = await _fixture.ReadAsync(
            Head + "test/cat/1.png,0.5,0.5\ntest/cat/2.png,0.66,0.33\ntest/dog/1.png,0.66,0.33\ntest/dog/10.png,0,1\n");

        Assert.Equal(2.0 / 3, read.Predictions[1].ProbabilityOf(0), 1e-6);
        Assert.Equal(
            "p.csv:3: the probabilities sum to 0.99, expected 1; each is divided by the sum (the first of 2 such rows)",
            Assert.Single(read.Warnings).ToString());
    }

    [Fact]
    public async Task Missing_rows_are_said_with_their_count_and_the_first() => Assert.Equal(
        "p.csv: no row for 2 of 4 test pictures of 'pets', first test/cat/2.png; write a row for each",
        await _fixture.MistakesInAsync("file,predicted\ntest/cat/1.png,cat\ntest/dog/1.png,cat\n"));

    [Fact]
    public async Task A_picture_that_is_there_twice_is_an_error_when_both_rows_differ_else_a_warning()
    {
        var read = await _fixture.ReadAsync(Answers + "test/cat/1.png,cat\n");
        Assert.Equal(
            "p.csv:6: test/cat/1.png is there a second time, first in line 3; both say the same, and it counts once",
            Assert.Single(read.Warnings).ToString());

        Assert.Equal(
            "p.csv:6: test/cat/1.png is there a second time, first in line 3, and says something else; keep one row for each picture (the first of 2 such rows)",
            await _fixture.MistakesInAsync(Answers + "test/cat/1.png,dog\ntest/cat/2.png,dog\n"));
    }

    [Fact]
    public async Task Labels_may_be_names_or_numbers_and_must_be_the_datasets()
    {
        var named = await _fixture.ReadAsync(
            "file,label,predicted\ntest/cat/1.png,cat,dog\ntest/cat/2.png,cat,dog\ntest/dog/1.png,dog,dog\ntest/dog/10.png,dog,cat\n");
        var numbered = await _fixture.ReadAsync(
            "file,label,predicted\ntest/cat/1.png,0,1\ntest/cat/2.png,0.0,1.0\ntest/dog/1.png,1,1\ntest/dog/10.png,1,0\n");
        Assert.Equal("dog dog dog cat", PredictionFixture.AnswersOf(named));
        Assert.Equal(PredictionFixture.AnswersOf(named), PredictionFixture.AnswersOf(numbered));

        Assert.Equal(
            "p.csv:3: `label` is 'dog', but 'pets' has test/cat/2.png as 'cat'; are the rows of other pictures, or in another order?",
            await _fixture.MistakesInAsync(
                "file,label,predicted\ntest/cat/1.png,cat,dog\ntest/cat/2.png,dog,dog\ntest/dog/1.png,dog,dog\ntest/dog/10.png,dog,cat\n"));
    }

    [Fact]
    public async Task Classes_that_are_called_by_numbers_are_told_from_numbers_of_classes_by_all_that_the_file_names()
    {
        var letters = new TestPictures("letters", ["1", "2", "3"], [0, 1, 2], null);

        Assert.Equal(
            "1 2 3", PredictionFixture.AnswersOf(await _fixture.ReadAsync("index,predicted\n0,1\n1,2\n2,3\n", pictures: letters), letters));
        Assert.Equal(
            "1 2 3", PredictionFixture.AnswersOf(await _fixture.ReadAsync("index,predicted\n0,0\n1,1\n2,2\n", pictures: letters), letters));
    }

    [Fact]
    public async Task Numbers_of_classes_may_stand_beside_names_where_no_class_is_called_by_a_number()
    {
        var mixed = await _fixture.ReadAsync(
            "file,label,predicted\ntest/cat/1.png,0,dog\ntest/cat/2.png,0,Cat\ntest/dog/1.png,1,dog\ntest/dog/10.png,1,CAT\n");

        Assert.Equal("dog cat dog cat", PredictionFixture.AnswersOf(mixed));
    }

    [Theory]
    [InlineData("file,Cat,DOG", "1,0", "0,1")]
    [InlineData("file,Prob_cat,prob_Dog", "7,-2", "-2,7")]
    public async Task A_column_that_differs_from_its_class_by_case_alone_is_that_class(string head, string cat, string dog) => Assert.Equal(
        "cat cat dog dog",
        PredictionFixture.AnswersOf(await _fixture.ReadAsync(
            $"{head}\ntest/cat/1.png,{cat}\ntest/cat/2.png,{cat}\ntest/dog/1.png,{dog}\ntest/dog/10.png,{dog}\n")));

    /// <summary>
    /// The scores of a model of three classes, in a dataset of two: without the third the others would be figures of another model.
    /// </summary>
    [Theory]
    [InlineData(
        "cat,dog,rabbit",
        "2.5,-1.25,3.5",
        null,
        "has scores as those of the classes have, and is no class of 'pets' (cat, dog): without it a softmax gives other probabilities; take the dataset")]
    [InlineData("cat,dog,rabbit", "2.5,-1.25,3.5", ScoreKind.Logits, "has scores as those of the classes have")]
    [InlineData(
        "cat,rabbit,dog",
        "0.5,0.25,0.25",
        null,
        "the probabilities sum to 1 with it alone; take the dataset that the model was trained on, leave the column out to have the others alone, or call the columns of classes 'prob_cat' and so on")]
    [InlineData(
        "prob_cat,prob_dog,prob_rabbit",
        "2.5,-1.25,3.5",
        null,
        "is of no class of the dataset, whose classes are cat, dog; take the dataset that the model was trained on, or leave the column out")]
    public async Task A_column_of_scores_of_a_class_that_the_dataset_lacks_is_named(
        string head,
        string scores,
        ScoreKind? declared,
        string message)
    {
        var mistake = await _fixture.MistakesInAsync(TableOf(head, scores, scores, scores, scores), declared: declared);

        Assert.StartsWith(
            $"p.csv:1: the column '{head.Split(',').Single(column => column.EndsWith("rabbit", StringComparison.Ordinal))}' ",
            mistake,
            StringComparison.Ordinal);
        Assert.Contains(message, mistake, StringComparison.Ordinal);
    }

    /// <summary>Whole numbers say less: logits of eight bits, votes, and a class that is the answer for sure or not at all.</summary>
    [Theory]
    [InlineData("12,-40,3|7,9,-128|-5,6,7|1,2,3", "without it a softmax gives other probabilities")]
    [InlineData("60,30,10|5,95,0|10,10,80|0,99,1", "without it a softmax gives other probabilities")]
    [InlineData("1,0,0|0,1,0|0,0,1|1,0,0", "the probabilities sum to 1 with it alone")]
    [InlineData("1,0,0|0,1,0|0,1,0|0,0,1", "the probabilities sum to 1 with it alone")]
    public async Task A_column_of_whole_numbers_of_such_a_class_is_named_too(string rows, string message) => Assert.Contains(
        $"the column 'rabbit' has scores as those of the classes have, and is no class of 'pets' (cat, dog): {message}",
        await _fixture.MistakesInAsync(TableOf("cat,dog,rabbit", rows.Split('|'))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("cat,dog,age", "3,-2,34|5,1,2|2,2,7|-1,4,0")] // no age is below 0
    [InlineData("cat,dog,pages", "60,20,10|5,75,10|10,70,80|1,79,1")] // the votes are whole without it
    [InlineData("cat,dog,flag", "1,0,0|0,1,1|0,1,0|1,0,1")] // the probabilities are, too
    [InlineData("cat,dog,darkness", "2.5,-1.25,-3|1,2,-4|0.5,3,-1|4,2,0")] // beside logits with fractions
    public async Task Another_column_of_whole_numbers_stays_what_is_known_of_pictures(string head, string rows) =>
        Assert.Single((await _fixture.ReadAsync(TableOf(head, rows.Split('|')))).Attributes);

    [Theory]
    [InlineData("cat,dog,age", "2.5,-1.25,34")] // whole numbers are no scores
    [InlineData("cat,dog,blur", "2.5,-1.25,0.4")] // nor is a share of something beside logits
    [InlineData("cat,dog,depth", "0.75,0.25,3.5")] // nor anything beside probabilities that sum to 1
    [InlineData("cat,dog,depth", "-0.0253178,-3.6888794,3.5")] // nor beside logarithms of such
    [InlineData("prob_cat,prob_dog,depth", "2.5,-1.25,3.5")] // nor where the others say that they are scores
    public async Task Another_column_of_numbers_stays_what_is_known_of_pictures(string head, string row) =>
        Assert.Single((await _fixture.ReadAsync(TableOf(head, row, row, row, row))).Attributes);

    private static string TableOf(string head, params string[] rows) =>
        // they have names
        string.Concat(PredictionFixture.Pets.Names!.Zip(rows, (name, row) => $"{name},{row}\n").Prepend($"file,{head}\n"));

    [Fact]
    public async Task Of_a_thousand_classes_the_first_are_listed()
    {
        var many = new TestPictures("many", [.. Enumerable.Range(0, 1000).Select(i => $"class {i}")], [0], null);

        Assert.Equal(
            "p.csv:2: `predicted` is 'x', which is no class of 'many'; known: class 0, class 1, class 2, class 3, class 4, class 5 and 994 more",
            await _fixture.MistakesInAsync("index,predicted\n0,x\n", pictures: many));
    }

    [Fact]
    public async Task An_unknown_class_is_said_with_the_nearest_name() => Assert.Equal(
        "p.csv:3: `predicted` is 'cot', which is no class of 'pets'; did you mean `cat`? known: cat, dog (the first of 2 such rows)",
        await _fixture.MistakesInAsync(
            "file,predicted\ntest/cat/1.png,cat\ntest/cat/2.png,cot\ntest/dog/1.png,cow\ntest/dog/10.png,dog\n"));

    [Fact]
    public async Task Each_kind_of_mistake_is_said_once_and_all_together() => Assert.Equal(
        [
            "p.csv:2: `predicted` is empty, expected one of the classes cat, dog",
            "p.csv:3: `file` is 'x.png', which is no test picture of 'pets', expected paths such as 'test/cat/1.png' (the first of 2 such rows)",
            "p.csv:5: `predicted` is 'cow', which is no class of 'pets'; did you mean `cat`? known: cat, dog",
        ],
        (await _fixture.MistakesInAsync("file,predicted\ntest/cat/1.png,\nx.png,cat\ny.png,cat\ntest/dog/1.png,cow\n")).Split('\n'));

    [Fact]
    public async Task An_answer_that_is_not_the_likeliest_class_counts_and_is_said()
    {
        var read = await _fixture.ReadAsync(
            "file,predicted,cat,dog\ntest/cat/1.png,dog,.6,.4\ntest/cat/2.png,dog,.5,.5\ntest/dog/1.png,dog,0,1\ntest/dog/10.png,dog,0,1\n");

        Assert.Equal("dog dog dog dog", PredictionFixture.AnswersOf(read));
        Assert.Equal(
            "p.csv:2: `predicted` is 'dog', but 'cat' is more probable; `predicted` is what counts",
            Assert.Single(read.Warnings).ToString());
    }

    [Fact]
    public async Task Other_columns_are_attributes_of_the_pictures_in_their_order()
    {
        var read = await _fixture.ReadAsync(
            "file,age,predicted,group\ntest/dog/10.png,4,cat,b\ntest/cat/2.png,2,cat,a\ntest/dog/1.png,,cat,\"a, b\"\ntest/cat/1.png,1,cat,a\n");

        Assert.Equal(
            ["age: 1|2||4", "group: a|a|a, b|b"],
            read.Attributes.Select(attribute => $"{attribute.Name}: {string.Join('|', attribute.Values)}"));
    }

    [Theory]
    [InlineData("p.pkl", "p.pkl: '.pkl' is no known form of a table, expected .csv, .tsv, .jsonl, .ndjson, .npy, .npz or .parquet")]
    [InlineData("p", "p: '' is no known form of a table, expected .csv, .tsv, .jsonl, .ndjson, .npy, .npz or .parquet")]
    public async Task Another_form_is_refused(string name, string message) =>
        Assert.Equal(message, await _fixture.MistakesInAsync("x", name));

    [Fact]
    public async Task A_file_that_is_not_there_is_said_with_the_nearest_name()
    {
        await _fixture.ReadAsync(Answers, "resnet.csv");
        var reader = new PredictionReader(_fixture.PathOf("resnt.csv"), "resnt.csv", PredictionFixture.Pets);

        var mistake = await Assert.ThrowsAsync<Diagnostics.DiagnosticException>(
            () => reader.ReadAsync(null, TestContext.Current.CancellationToken));
        Assert.Equal("resnt.csv: no such file; did you mean `resnet.csv`?", mistake.Message);
    }
}
