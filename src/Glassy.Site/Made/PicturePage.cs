using Glassy.Components.Pictures;
using Glassy.Configuration;
using Glassy.Metrics;
using Glassy.Pages;
using Glassy.Pictures;
using Glassy.Wording;

namespace Glassy.Made;

/// <summary>The page of one wrong prediction, below a page that explores them.</summary>
internal sealed record PicturePage : SitePage
{
    /// <inheritdoc/>
    public override string Layout => "page";

    /// <inheritdoc/>
    public override bool IsListed => false;

    public required Page Explorer { get; init; }

    public required PictureEvidence Evidence { get; init; }

    public required ExplainedPicture Picture { get; init; }

    /// <summary>The anchor of its cell on the explorer's page.</summary>
    public required string Cell { get; init; }

    public Prediction Prediction => Evidence.Results.Predictions[Picture.Index];

    /// <summary>The picture before it, in test order; null for the first.</summary>
    public PicturePage? Previous { get; init; }

    public PicturePage? Next { get; init; }

    /// <summary>The pages below an explorer, in test order.</summary>
    /// <param name="explorer">The page that leads to them.</param>
    /// <param name="evidence">What is known of the pictures.</param>
    /// <param name="trailingSlash">How the site writes addresses.</param>
    /// <param name="words">What they are called.</param>
    public static IEnumerable<PicturePage> Below(Page explorer, PictureEvidence evidence, TrailingSlash trailingSlash, Words words)
    {
        var classes = evidence.Results.Run.Dataset.Classes;
        var ids = new CellIds(classes, "test");
        var pages = evidence.Explained.Select(PageOf).ToList();
        return pages.Select((page, i) => page with { Previous = pages.ElementAtOrDefault(i - 1), Next = pages.ElementAtOrDefault(i + 1) });

        PicturePage PageOf(ExplainedPicture picture)
        {
            var prediction = evidence.Results.Predictions[picture.Index];
            var title = PictureViewMaker.TitleOf(classes, prediction, words);
            return new PicturePage
            {
                Route = explorer.Route.Below(evidence.Addresses.PicturePage(picture.Index), trailingSlash),
                Title = title,
                Description = title,
                Explorer = explorer,
                Evidence = evidence,
                Picture = picture,
                Cell = ids.Of(prediction.Label, prediction.Predicted),
            };
        }
    }
}
