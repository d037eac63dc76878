namespace Glassy.Data;

/// <summary>A file could not be had from any mirror; the message says in one line why not.</summary>
public sealed class DownloadException : Exception
{
    public DownloadException()
    {
    }

    public DownloadException(string message)
        : base(message)
    {
    }

    public DownloadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
