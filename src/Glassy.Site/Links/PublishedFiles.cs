using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Glassy.Caching;
using Glassy.Execution;
using Glassy.Progress;

namespace Glassy.Links;

/// <summary>
/// Where the site has the files that pages use: those beside pages, and pictures of <c>static/</c> that pages show, under names with a
/// hash of their content, so that a browser may keep them for ever; others where they lie, and all of <c>static/</c> there too. Large
/// pictures also at the widths that pages show. Safe to use from any thread.
/// </summary>
/// <param name="files">Every file that is no page, by path from the site's root.</param>
/// <param name="cache">Keeps scaled pictures.</param>
internal sealed class PublishedFiles(IReadOnlyDictionary<string, SourceFile> files, StageCache cache) : IFilePublisher
{
    /// <summary>Bytes of a picture's file that tell its size, but for photographs with large previews in them.</summary>
    private const int HeaderLength = 64 * 1024;

    private readonly ScaledPictures _scaled = new(cache);
    private readonly ConcurrentDictionary<string, Lazy<SitePicture>> _shown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<string>> _linked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PictureSize> _pending = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<Document> Documents => [.. _sources
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new Document { Source = pair.Value, Destination = pair.Key })];

    /// <inheritdoc/>
    public IReadOnlySet<string> Renamed => _shown.Where(pair => pair.Value.Value.Path != pair.Key).Select(pair => pair.Key)
        .Concat(_linked.Where(pair => pair.Value.Value != pair.Key).Select(pair => pair.Key))
        .Where(file => files[file].IsBesidePages)
        .Select(file => files[file].Path).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Link(string file) =>
        _linked.GetOrAdd(file, _ => new Lazy<string>(() => files[file].IsBesidePages ? Hashed(file) : file)).Value;

    /// <inheritdoc/>
    public SitePicture Show(string file) => _shown.GetOrAdd(file, _ => new Lazy<SitePicture>(() => Find(file))).Value;

    /// <inheritdoc/>
    public async Task<bool> ScaleAsync(IProgressSink progress, CancellationToken cancellationToken)
    {
        if (_pending.IsEmpty)
        {
            return false;
        }

        var pending = _pending.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        using var task = progress.Start("Scaling pictures", pending.Count);
        var done = 0;
        await Parallel.ForEachAsync(pending, cancellationToken, async (picture, token) =>
        {
            var (file, size) = picture;
            var error = await _scaled.MakeAsync(files[file].Path, token).ConfigureAwait(false);
            _shown[file] = new Lazy<SitePicture>(() =>
                error is null ? Scaled(file, size) : new SitePicture(Shown(file), size) { KeptPath = KeptPathOf(file), Error = error });
            task.Report(Interlocked.Increment(ref done));
        }).ConfigureAwait(false);
        return true;
    }

    private SitePicture Find(string file)
    {
        var source = files[file];
        var extension = Path.GetExtension(file).ToLowerInvariant();
        var header = ReadHeader(source.Path);
        var size = PictureHeader.SizeOf(header);
        if (size is null && extension is ".jpg" or ".jpeg" && header.Length == HeaderLength)
        {
            size = PictureHeader.SizeOf(File.ReadAllBytes(source.Path));
        }

        if (size is not { } known)
        {
            var isPixels = extension is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp";
            var error = isPixels ? $"the file does not begin as {extension} files do" : null;
            return new SitePicture(Shown(file), null) { KeptPath = KeptPathOf(file), Error = error };
        }

        return source.IsAuthors
            && extension is ".png" or ".jpg" or ".jpeg"
            && ScaledPictures.AreFor(known)
            && !PictureHeader.IsAnimatedPng(header)
            ? Scaled(file, known)
            : new SitePicture(Shown(file), size) { KeptPath = KeptPathOf(file) };
    }

    private SitePicture Scaled(string file, PictureSize size)
    {
        if (_scaled.Find(files[file].Path) is not { } versions)
        {
            _pending[file] = size;
            return new SitePicture(file, size) { KeptPath = KeptPathOf(file), IsPending = true };
        }

        var name = HashedName(file);
        var own = versions.Where(version => !version.IsWebP).Select(Placed).ToList();
        var isBounded = own.Count > 0 && own[^1].Width == ScaledPictures.Widest; // no page needs the picture itself
        var path = isBounded ? own[^1].Path : Shown(file);
        return new SitePicture(path, size)
        {
            KeptPath = KeptPathOf(file),
            Widths = isBounded || own.Count == 0 ? own : [.. own, new PictureWidth(path, size.Width)],
            WebP = [.. versions.Where(version => version.IsWebP).Select(Placed)],
        };

        PictureWidth Placed(ScaledFile version)
        {
            var placed = $"assets/img/{name.Stem}-{version.Width}{Path.GetExtension(version.Path)}";
            _sources[placed] = version.Path;
            return new PictureWidth(placed, version.Width);
        }
    }

    /// <summary>Where pages show a picture: what the run makes keeps its address.</summary>
    private string Shown(string file) => files[file].IsAuthors ? Hashed(file) : file;

    private string? KeptPathOf(string file) => files[file].IsBesidePages ? null : file;

    /// <summary>A file's address with its hash, where the site has it from now on; pages in HTML keep their own.</summary>
    private string Hashed(string file)
    {
        var extension = Path.GetExtension(file);
        if (extension.ToLowerInvariant() is ".html" or ".htm")
        {
            return file;
        }

        var isPicture = extension.ToLowerInvariant() is ".png"
            or ".jpg"
            or ".jpeg"
            or ".gif"
            or ".webp"
            or ".avif"
            or ".svg"
            or ".ico"
            or ".bmp";
        var name = HashedName(file);
        var path = $"assets/{(isPicture ? "img" : "files")}/{name.Stem}{name.Extension}";
        _sources[path] = files[file].Path;
        return path;
    }

    /// <summary>The hash is of the name too: on some disks two names that differ in case are one.</summary>
    private (string Stem, string Extension) HashedName(string file)
    {
        var name = Path.GetFileName(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
        hash.AppendData(File.ReadAllBytes(files[file].Path));
        return (
            $"{Path.GetFileNameWithoutExtension(name)}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4))}",
            Path.GetExtension(name));
    }

    private static byte[] ReadHeader(string path)
    {
        using var file = File.OpenRead(path);
        var header = new byte[Math.Min(HeaderLength, file.Length)];
        file.ReadExactly(header);
        return header;
    }
}
