namespace Glassy.Datasets.Files;

/// <summary>A file could not be had from any mirror; the message says in one line why not.</summary>
public sealed class DownloadException(string message, Exception? cause = null) : Exception(message, cause);
