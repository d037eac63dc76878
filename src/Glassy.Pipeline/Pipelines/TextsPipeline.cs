using Glassy.Building;
using Glassy.Diagnostics;
using Glassy.Execution;
using Glassy.Modules;
using Glassy.Pages;

namespace Glassy.Pipelines;

/// <summary>Reads the texts that the site is made of, once for all.</summary>
public sealed class TextsPipeline : Pipeline<SiteTexts>
{
    public TextsPipeline(BuildSettings build)
        : base(new TakeTexts(build)) => InputModules = [new ReadFiles(build.Input, build.Project, SiteTexts.IsInput)];

    private sealed class TakeTexts(BuildSettings build) : IModule<SiteTexts>
    {
        /// <exception cref="DiagnosticException">There is no page: nobody should wait for a training to be told so.</exception>
        public Task<(SiteTexts Result, IReadOnlyList<Document> Documents)> ExecuteAsync(IExecutionContext context) =>
            context.Inputs.Any(text => PageSource.IsPage(text.Get(ReadFiles.RelativePath)))
                ? Task.FromResult<(SiteTexts, IReadOnlyList<Document>)>(
                    (SiteTexts.Of(build.Project, [.. context.Inputs.Select(TextOf)]), []))
                : throw new DiagnosticException(SiteTexts.WithoutPages(build.Input, build.Project));

        private InputText TextOf(Document document) =>
            new(build.Project.Relative(document.Source!), document.Get(ReadFiles.RelativePath), document.Text); // it was read from a file
    }
}
