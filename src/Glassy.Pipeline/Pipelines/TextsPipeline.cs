using Glassy.Building;
using Glassy.Execution;
using Glassy.Modules;

namespace Glassy.Pipelines;

/// <summary>Reads the texts that the site is made of, once for all.</summary>
public sealed class TextsPipeline : Pipeline<SiteTexts>
{
    public TextsPipeline(BuildSettings build)
        : base(new TakeTexts(build)) => InputModules = [new ReadFiles(build.Input, build.Project, SiteTexts.IsInput)];

    private sealed class TakeTexts(BuildSettings build) : IModule<SiteTexts>
    {
        public Task<(SiteTexts Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context) =>
            Task.FromResult<(SiteTexts, IReadOnlyList<Document>)>((SiteTexts.Of(build.Project, [.. context.Inputs.Select(TextOf)]), []));

        private InputText TextOf(Document document) =>
            new(build.Project.Relative(document.Source!), document.Get(ReadFiles.RelativePath), document.Text); // it was read from a file
    }
}
