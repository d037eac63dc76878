using Glassy.Progress;

namespace Glassy.Cli;

/// <summary>Progress where nobody watches (a file, CI): one line for what begins and what is said, no bars, no colours.</summary>
internal sealed class PlainProgress(TextWriter messages, TextWriter warnings, bool quiet) : IProgressSink
{
    private readonly Lock _gate = new();

    public IProgressTask Start(string title, long total)
    {
        Message($"{title} …");
        return NoProgress.Instance;
    }

    public void Message(string line)
    {
        if (!quiet)
        {
            Write(messages, line);
        }
    }

    public void Warning(string line) => Write(warnings, $"warning: {line}");

    private void Write(TextWriter to, string line)
    {
        lock (_gate)
        {
            to.WriteLine(line);
        }
    }
}
