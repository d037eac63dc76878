using Glassy.Pictures;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Made;

/// <summary>What is known of the wrong predictions.</summary>
/// <param name="Explained">In test order.</param>
/// <param name="Results">The run, its predictions and what people say of the labels.</param>
/// <param name="Pictures">Every picture that the site has.</param>
/// <param name="Addresses">Where the site has the run's files and pages.</param>
public sealed record PictureEvidence(
    IReadOnlyList<ExplainedPicture> Explained,
    RunResults Results,
    PictureCatalog Pictures,
    RunAddresses Addresses);
