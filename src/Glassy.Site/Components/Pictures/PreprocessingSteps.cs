using Glassy.Components.Binding;
using Glassy.Pictures;
using Glassy.Runs;
using Glassy.Sources;
using Glassy.Wording;

namespace Glassy.Components.Pictures;

/// <summary>
/// A test picture of each class as it is and as steps of preprocessing make it: <c>&lt;PreprocessingSteps /&gt;</c>,
/// <c>&lt;PreprocessingSteps steps="skeleton, binarize + dilate" /&gt;</c>.
/// </summary>
public sealed class PreprocessingSteps() : Component<PreprocessingSteps.Call>(TagName)
{
    /// <summary>Where a page shows it, its pictures are made.</summary>
    public const string TagName = "PreprocessingSteps";

    /// <param name="Steps">The columns, with commas between them: steps, or chains joined by <c>+</c>; all single steps when
    /// absent.</param>
    /// <param name="Size">Displayed width and height, CSS pixels.</param>
    public sealed record Call(Located<string>? Steps = null, int Size = 56);

    /// <param name="Style">The address of its style sheet, relative to the page.</param>
    /// <param name="Region">What the table is called where it is read out; a page may have several.</param>
    /// <param name="Chains">The heads of the columns after that of the pictures as they are.</param>
    /// <param name="Explained">Each step of them, once, in alphabetical order.</param>
    /// <param name="Rows">One a class.</param>
    /// <param name="Classes">How many classes there are; as many as rows when all are shown.</param>
    /// <param name="Size">As the author asked, CSS pixels.</param>
    /// <param name="TileWidth">Of a picture, its own pixels.</param>
    /// <param name="TileHeight">Of a picture, its own pixels.</param>
    public sealed record Model(
        string Style,
        string Region,
        IReadOnlyList<string> Chains,
        IReadOnlyList<Step> Explained,
        IReadOnlyList<Row> Rows,
        int Classes,
        int Size,
        int TileWidth,
        int TileHeight);

    /// <param name="Name">As recipes write it.</param>
    /// <param name="What">What it does and whose it is, half a sentence.</param>
    public sealed record Step(string Name, string What);

    /// <param name="Name">The class.</param>
    /// <param name="Tiles">The picture as it is, then one a chain.</param>
    public sealed record Row(string Name, IReadOnlyList<PictureTile> Tiles);

    /// <summary>
    /// The chains that the attribute asks for, each as <see cref="PreprocessingNames.Join"/> writes it; whether there are such steps is
    /// not looked at.
    /// </summary>
    /// <param name="steps">Null when it is absent.</param>
    public static IReadOnlyList<string> ChainsOf(string? steps) =>
        steps is null ? PreprocessingNames.All : [.. steps.Split(',').Select(PreprocessingNames.Canonical)];

    protected override object? CreateModel(Call attributes, ComponentCall call, ComponentContext context)
    {
        if (context.Site.Run is not { } run)
        {
            return FailWithoutRun(call, context);
        }

        if (!context.Site.HasPictures)
        {
            return Without(context, "absent.pictures");
        }

        var chains = ChainsOf(attributes.Steps?.Value);
        if (chains.Select(chain => MistakeIn(chain, chains)).FirstOrDefault(mistake => mistake is not null) is { } mistake)
        {
            context.Diagnostics.Error($"<{Name}> `steps`: {mistake}", attributes.Steps?.Position ?? call.Tag.Position);
            return null;
        }

        var samples = context.Site.Preprocessed;
        var columns = new List<PreprocessedSamples.Chain>();
        foreach (var chain in chains.Prepend(PreprocessingNames.None))
        {
            if (samples?.Find(chain) is not { } made)
            {
                return Fail(
                    call,
                    context,
                    $"no picture of `{chain}` was made; write `steps` as a text in the tag itself, where the build looks for it");
            }

            columns.Add(made);
        }

        return ModelOf(samples!, columns, attributes.Size, run.Dataset.Classes, context); // a column was found in it
    }

    private static string? MistakeIn(string chain, IReadOnlyList<string> chains) =>
        chain == PreprocessingNames.None
            ? $"a column is empty or `{PreprocessingNames.None}`; the pictures as they are come first in any case, so leave it out"
        : PreprocessingNames.MistakeIn(chain) is { } mistake ? $"{mistake}; expected {PreprocessingNames.Expected}"
        : chains.Count(other => other == chain) > 1 ? $"`{chain}` is there twice; leave one out"
        : null;

    private static Model ModelOf(
        PreprocessedSamples samples,
        IReadOnlyList<PreprocessedSamples.Chain> columns,
        int size,
        IReadOnlyList<string> classes,
        ComponentContext context)
    {
        var words = context.Words;
        var steps = columns.SelectMany(column => PreprocessingNames.StepsOf(column.Steps)).Distinct().Order(StringComparer.Ordinal);
        return new Model(
            context.HrefOf("assets/css/steps.css"),
            context.NextName("preprocessing.region"),
            [.. columns.Skip(1).Select(column => column.Steps)],
            [.. steps.Select(step => new Step(step, WhatOf(step, words)))],
            [
                .. samples.Samples.Select((sample, i) => new Row(
                    classes[sample.Label], [.. columns.Select(column => TileOf(column, i, sample))])),
            ],
            classes.Count,
            size,
            samples.Shape.Width,
            samples.Shape.Height);

        PictureTile TileOf(PreprocessedSamples.Chain column, int i, PreprocessedSamples.Sample sample)
        {
            var alt = column.Steps == PreprocessingNames.None
                ? words.Of("preprocessing.alt_plain", ("class", classes[sample.Label]), ("index", sample.Index))
                : words.Of("preprocessing.alt", ("class", classes[sample.Label]), ("index", sample.Index), ("steps", column.Steps));
            return new PictureTile(context.HrefOf(column.Tiles[i].Strip), column.Tiles[i].Tile, null, alt, null, null, null, null);
        }
    }

    private static string WhatOf(string step, Words words) => words[step switch
    {
        PreprocessingNames.Binarize => "preprocessing.binarize",
        PreprocessingNames.Deskew => "preprocessing.deskew",
        PreprocessingNames.Dilate => "preprocessing.dilate",
        PreprocessingNames.Skeleton => "preprocessing.skeleton",
        PreprocessingNames.ThinGuoHall => "preprocessing.thin_guo_hall",
        PreprocessingNames.ThinZhangSuen => "preprocessing.thin_zhang_suen",
        _ => throw new ArgumentException($"the theme does not say what the step {step} does", nameof(step)),
    }];
}
