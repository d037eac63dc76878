using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Sources;
using YamlDotNet.RepresentationModel;

namespace Glassy.Wording;

/// <summary>
/// Reads <c>words/&lt;language&gt;.yml</c>: the shipped file, and an author's own over it, which may have single words. Whatever
/// English says a language must say, with the same places for values.
/// </summary>
/// <param name="project">Messages show paths relative to it.</param>
/// <param name="folders">The theme's folders, the one that wins first.</param>
public sealed class WordsReader(ProjectFolder project, IReadOnlyList<string> folders)
{
    /// <summary>The language that has every word, and that is meant where nothing is said.</summary>
    public const string Default = "en";

    private static readonly Lazy<Words> Shipped = new(() =>
        new WordsReader(new ProjectFolder(AppContext.BaseDirectory), [Path.Combine(AppContext.BaseDirectory, "site")]).Read(Default));

    private readonly List<Diagnostic> _mistakes = [];

    /// <summary>What comes with the program, for messages and for what has no language of its own.</summary>
    public static Words English => Shipped.Value;

    /// <summary>The languages that have a file, in order.</summary>
    public IReadOnlyList<string> Languages =>
    [
        .. folders.Select(folder => Path.Combine(folder, "words")).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yml")).Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>All words of a language.</summary>
    /// <exception cref="DiagnosticException">There is no such language, or a word is missing, unknown, or without a place for its
    /// value.</exception>
    public Words Read(string language)
    {
        if (!Languages.Contains(language))
        {
            throw new DiagnosticException(
                [Diagnostic.Error($"'site.language' is '{language}'{Spelling.SuggestAndList(language, Languages)}")]);
        }

        var files = FilesOf(language);
        var english = language == Default ? ReadFile(FilesOf(Default)[0]) : ReadAll(FilesOf(Default));
        var words = ReadAll(files);
        foreach (var (key, word) in words)
        {
            if (!english.TryGetValue(key, out var known))
            {
                Report(word, $"there is no word `{key}`{Spelling.Suggest(key, english.Keys.Order(StringComparer.Ordinal))}");
            }
            else if (word.Word.PlaceNames.Except(known.Word.PlaceNames).FirstOrDefault() is { } place)
            {
                Report(
                    word,
                    $"`{key}` has no value for {{{place}}}{Spelling.SuggestAndList(place, [.. known.Word.PlaceNames.Order(StringComparer.Ordinal)])}");
            }
        }

        foreach (var key in english.Keys.Where(key => !words.ContainsKey(key)).Order(StringComparer.Ordinal))
        {
            _mistakes.Add(Diagnostic.Error($"the word `{key}` is missing", project.Relative(files[^1])));
        }

        return _mistakes.Count == 0
            ? new Words(language, words.ToDictionary(word => word.Key, word => word.Value.Word, StringComparer.Ordinal))
            : throw new DiagnosticException([.. _mistakes]);
    }

    /// <summary>The files of a language, the one that wins last.</summary>
    private List<string> FilesOf(string language) =>
        [.. folders.Reverse().Select(folder => Path.Combine(folder, "words", language + ".yml")).Where(File.Exists)];

    private Dictionary<string, WrittenWord> ReadAll(IEnumerable<string> files)
    {
        var words = new Dictionary<string, WrittenWord>(StringComparer.Ordinal);
        foreach (var (key, word) in files.SelectMany(ReadFile))
        {
            words[key] = word;
        }

        return words;
    }

    private Dictionary<string, WrittenWord> ReadFile(string file)
    {
        var words = new Dictionary<string, WrittenWord>(StringComparer.Ordinal);
        var name = project.Relative(file);
        var sections = YamlMapping.Load(File.ReadAllText(file).ReplaceLineEndings("\n"), "the words' file", name, _mistakes);
        foreach (var section in sections.Keys)
        {
            if (sections.NodeOf(section) is not YamlMappingNode mapping || sections.Of(mapping) is not { } entries)
            {
                sections.Report(section, $"`{section}`: words by their names were expected");
                continue;
            }

            foreach (var entry in entries.Keys)
            {
                if (WordOf(entries, entry) is { } word)
                {
                    words[$"{section}.{entry}"] = new WrittenWord(word, name, entries.KeyPositionOf(entry));
                }
            }
        }

        return words;
    }

    private static Word? WordOf(YamlMapping entries, string key)
    {
        switch (entries.NodeOf(key))
        {
            case YamlScalarNode { Value: { Length: > 0 } text }:
                return new Word(text, text);
            case YamlMappingNode node when entries.Of(node) is { } forms
                && forms.Text("one") is { } one
                && forms.Text("other") is { } other:
                return new Word(one, other);
            default:
                entries.Report(key, $"`{key}`: a text, or `{{ one: …, other: … }}`, was expected");
                return null;
        }
    }

    private void Report(WrittenWord word, string message) =>
        _mistakes.Add(Diagnostic.Error(message, word.File, word.Position.Line, word.Position.Column));

    private sealed record WrittenWord(Word Word, string File, SourcePosition Position);
}
