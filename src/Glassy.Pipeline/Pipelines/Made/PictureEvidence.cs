using Glassy.Evaluation;
using Glassy.Imaging;

namespace Glassy.Pipelines.Made;

/// <summary>What is known of the wrong predictions.</summary>
/// <param name="Explained">In test order.</param>
/// <param name="Predictions">One a test picture, in test order.</param>
/// <param name="Pictures">Every picture that the site has.</param>
internal sealed record PictureEvidence(IReadOnlyList<ExplainedPicture> Explained, IReadOnlyList<Prediction> Predictions, PictureCatalog Pictures);
