using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Glassy.Tests;

/// <summary>
/// The guide's snippets that write predictions: each is short, and those whose library is here are run as they stand on the page.
/// </summary>
public sealed partial class PredictionSnippetsTests : IDisposable
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];
    private readonly ScratchProject _project = new();

    public void Dispose() => _project.Dispose();

    public static TheoryData<string, string> Stages => new()
    {
        {
            "scikit-learn",
            """
            import numpy as np
            from sklearn.linear_model import LogisticRegression
            test_files = [f"{folder}/{name}/{i:03d}.png" for name in names for i in range(5)]
            labels = np.repeat(names, 5)
            X_test = np.eye(3)[np.repeat(range(3), 5)]
            model = LogisticRegression().fit(X_test, labels)
            """
        },
        {
            "PyTorch",
            """
            import torch
            class Folder(torch.utils.data.Dataset):
                classes = names
                samples = [(f"{folder}/{name}/{i:03d}.png", label) for label, name in enumerate(names) for i in range(5)]
                def __len__(self): return len(self.samples)
                def __getitem__(self, i): return torch.eye(3)[self.samples[i][1]] * 10, self.samples[i][1]
            dataset = Folder()
            model = torch.nn.Identity()
            """
        },
    };

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_snippet_of_the_guide_writes_a_file_that_gives_a_site(string framework, string before)
    {
        var library = framework == "PyTorch" ? "torch" : "sklearn";
        var python = Pythons.FirstOrDefault(candidate => Run(candidate, "-c", $"import {library}") == 0);
        Assert.SkipUnless(python is not null, $"needs Python with {library} (Debian: python3-{library})");
        _project.Write(
            "snippet.py",
            $"names = [{string.Join(", ", ScratchProject.Classes.Select(name => $"'{name}'"))}]\nfolder = '/data/flowers/test'\n{before}\n{SnippetOf(framework)}\n");
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, predictions: predictions.csv}]\n");
        _project.Write("input/index.md", "# {{ run.accuracy | percent }}\n");

        Assert.Equal(0, Run(python!, "snippet.py"));
        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Contains("100.00%", _project.Read("output/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumPy_writes_what_is_read_as_it_is()
    {
        var python = Pythons.FirstOrDefault(candidate => Run(candidate, "-c", "import numpy") == 0);
        Assert.SkipUnless(python is not null, "needs Python with numpy (Debian: python3-numpy)");
        var names = string.Join(", ", ScratchProject.Classes.Select(name => $"'{name}'"));
        _project.Write(
            "snippet.py",
            $"import numpy as np\ntest_files = [f'test/{{name}}/{{i:03d}}.png' for name in [{names}] for i in range(5)]\n"
            + $"logits = np.asfortranarray(np.eye(3)[np.repeat(range(3), 5)] * 10)\n{SnippetOf("NumPy")}\n");
        _project.Write("glassy.yml", "dataset: flowers\nruns: [{name: net, predictions: predictions.npz}]\n");
        _project.Write("input/index.md", "# {{ run.accuracy | percent }}\n");

        Assert.Equal(0, Run(python!, "snippet.py"));
        var built = await BuiltProject.BuildAsync(_project.Root);

        Assert.Equal((false, ""), (built.Failed, built.Errors));
        Assert.Contains("100.00%", _project.Read("output/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PyTorch")]
    [InlineData("Keras")]
    [InlineData("scikit-learn")]
    [InlineData("fastai")]
    public void Every_snippet_has_eight_lines_at_most(string framework) => Assert.InRange(SnippetOf(framework).Split('\n').Length, 1, 8);

    private static string SnippetOf(string framework) =>
        Snippet().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "input/guide/predictions.md")))
        .Single(snippet => snippet.Groups["title"].Value.StartsWith(framework, StringComparison.Ordinal)).Groups["code"].Value;

    private int Run(string program, params string[] arguments)
    {
        try
        {
            // it is a program, not a document
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { WorkingDirectory = _project.Root, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            TestContext.Current.SendDiagnosticMessage(errors);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1; // there is no such program
        }
    }

    [GeneratedRegex("""```python title="(?<title>[^"]+)"\n(?<code>.*?)\n```""", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
