namespace Glassy.Cli;

/// <summary>How verbs are called, for the help.</summary>
internal static class HelpExamples
{
    private static readonly (string Verb, string Call, string Means)[] All =
    [
        ("build", "glassy", "train if needed, then build the site into output/"),
        ("build", "glassy --dataset ~/flowers --epochs 10", "another dataset: IDX files, or train/<class>/*.png and test/<class>/*.png"),
        ("build", "glassy build --set run.hidden=64,32", "any key of glassy.yml"),
        ("train", "glassy train --seed 7", "train, evaluate and record a run; no site"),
        ("train", "glassy train --runs full", "every run of every recipe that is not recorded yet"),
        ("train", "glassy train --shard 2/8 --runs full", "the second of eight machines makes its part of them"),
        ("data", "glassy data --dataset ~/flowers", "what is in a dataset, and which test pictures are training pictures too"),
        ("plan", "glassy plan --shards 8 --runs full", "the eight parts as JSON, for a matrix of GitHub Actions"),
        ("runs", "glassy runs", "which runs are recorded, and which recipe asks for each"),
        ("runs", "glassy runs prune", "remove those that no recipe asks for"),
        ("compare", "glassy compare plain \"seeds, seed 2\"", "two runs on the pictures that were held out of training"),
        (
            "compare",
            "glassy compare ../main . --gate non-inferior=0.005",
            "another folder's run with this one's; fails unless it is shown to be no worse"),
        ("verify", "glassy verify 3f2a", "train a recorded run again, and say what agrees"),
        ("export", "glassy export 3f2a --onnx -o net.onnx", "a recorded run's model for other programs"),
        ("render", "glassy render --run 3f2a", "the site from a recorded run; nothing is trained"),
        ("preview", "glassy preview", "the site on this machine; open pages follow what is saved"),
        ("preview", "glassy preview --port 8080", "at another port"),
        ("new", "glassy new my-page", "a small project that builds, with comments that say what to change"),
        ("schema", "glassy schema > glassy.schema.json", "what editors check glassy.yml by"),
        ("check", "glassy check --external", "every link of the built site, and those to other sites"),
        ("clean", "glassy clean", "remove the built site and .cache/ (recorded runs stay)"),
        ("import-docusaurus", "glassy import-docusaurus ../old", "a Docusaurus site's documents and settings into this folder"),
    ];

    /// <param name="verb">Whose, with those above it: <c>runs prune</c>; null for all.</param>
    /// <returns>Lines, the first one is <c>Examples:</c>; none where a verb has none.</returns>
    public static IEnumerable<string> Of(string? verb)
    {
        var examples = All.Where(example =>
            verb is null || example.Verb == verb || example.Call.StartsWith($"glassy {verb}", StringComparison.Ordinal)).ToList();
        var width = examples.Select(example => example.Call.Length).DefaultIfEmpty().Max();
        return examples.Count == 0
            ? []
            : examples.Select(example => $"  {example.Call.PadRight(width)}   {example.Means}").Prepend("Examples:");
    }
}
