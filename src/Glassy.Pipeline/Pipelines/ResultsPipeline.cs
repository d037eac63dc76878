using System.Security.Cryptography;
using System.Text;
using Glassy.Execution;
using Glassy.Publishing;
using Glassy.Runs;

namespace Glassy.Pipelines;

/// <summary>What the site offers of its run for download: the figures, their schema, the weights and the model card.</summary>
public sealed class ResultsPipeline : Pipeline
{
    public ResultsPipeline(BuildSettings build)
    {
        Dependencies = [nameof(RunsPipeline)];
        ProcessModules = [new PublishResults(build)];
    }

    private sealed class PublishResults(BuildSettings build) : IModule
    {
        private const string Stage = "results";

        public async Task<IReadOnlyList<Document>> ExecuteAsync(IExecutionContext context)
        {
            var results = context.Outputs.Of<FoundRun>().Results;
            (string Name, byte[] Content)[] made =
            [
                (SiteFileNames.Results, ResultsDocument.Of(results).ToBytes()),
                (SiteFileNames.ResultsSchema, ResultsSchema.ToBytes()),
                (SiteFileNames.ModelCard, Encoding.UTF8.GetBytes(ModelCard.Render(results))),
            ];

            // Made at every build and kept by their content, so that pages can link to files.
            var hash = Convert.ToHexStringLower(SHA256.HashData(made.SelectMany(file => file.Content).ToArray()));
            var entry = await new StageCache(build.CacheFolder).GetOrAddAsync(
                Stage,
                hash,
                async (folder, token) =>
                {
                    foreach (var (name, content) in made)
                    {
                        await File.WriteAllBytesAsync(Path.Combine(folder, name), content, token).ConfigureAwait(false);
                    }
                },
                context.CancellationToken).ConfigureAwait(false);
            var weights = new RunStore(build.Project).FileOf(results.Run.Id, RunFiles.Weights);
            return
            [
                .. made.Select(file => new Document { Source = Path.Combine(entry.Folder, file.Name), Destination = file.Name }),
                new Document { Source = weights, Destination = SiteFileNames.Weights },
            ];
        }
    }
}
