using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Glassy.Cli;

/// <summary>The usual help with examples after it.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          glassy                                   train if needed, then build the site into output/
          glassy --dataset ~/flowers --epochs 10   another dataset: IDX files, or train/<class>/*.png and test/<class>/*.png
          glassy train --seed 7                    train, evaluate and record a run; no site
          glassy render --run 3f2a                 the site from a recorded run; nothing is trained
          glassy preview                           the site on this machine; open pages follow what is saved
          glassy new my-page                       a small project that builds, with comments that say what to change
          glassy check --external                  every link of the built site, and those to other sites
          glassy clean                             remove the built site and .cache/ (recorded runs stay)
          glassy import-docusaurus ../old          a Docusaurus site's documents and settings into this folder

        Exit codes: 0 done, 1 problems in data or content, 2 wrong usage, 130 interrupted
        """;

    /// <summary>Who asks for help may not know yet what a verb needs.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(Examples);
        return code;
    }
}
