namespace Glassy.Progress;

/// <summary>Says nothing: for tests and for work that is called from code.</summary>
public sealed class NoProgress : IProgressSink, IProgressTask
{
    public static NoProgress Instance { get; } = new();

    public IProgressTask Start(string title, long total) => this;

    public void Message(string line)
    {
    }

    public void Warning(string line)
    {
    }

    public void Report(long done, string? detail = null)
    {
    }

    public void Dispose()
    {
    }
}
