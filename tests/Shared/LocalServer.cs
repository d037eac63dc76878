using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Glassy.Tests;

/// <summary>An HTTP server that gives scripted answers, one a request and then the last one again, and misbehaves where told to.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Func<NetworkStream, CancellationToken, Task>> _answers;
    private Func<NetworkStream, CancellationToken, Task> _last = (_, _) => Task.CompletedTask;

    public LocalServer(params Func<NetworkStream, CancellationToken, Task>[] answers)
    {
        _answers = new(answers);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/mnist/");
        _ = ServeAsync();
    }

    /// <summary>The base address, ending in <c>/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The request lines, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>An address at which nothing listens.</summary>
    public static Uri DeadAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    public static Func<NetworkStream, CancellationToken, Task> Status(int status) =>
        (stream, token) => SendAsync(stream, $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", [], token);

    public static Func<NetworkStream, CancellationToken, Task> Redirect(Uri address) => (stream, token) =>
        SendAsync(stream, $"HTTP/1.1 302 X\r\nLocation: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", [], token);

    public static Func<NetworkStream, CancellationToken, Task> Body(byte[] body) => Truncated(body, body.Length);

    /// <summary>Promises the whole body and closes the connection after some of it.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Truncated(byte[] body, int sent) =>
        (stream, token) => SendAsync(stream, Head(body.Length), body[..sent], token);

    /// <summary>Sends some of the body and then nothing more.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Stall(byte[] body, int sent) => async (stream, token) =>
    {
        await SendAsync(stream, Head(body.Length), body[..sent], token);
        await Task.Delay(Timeout.Infinite, token);
    };

    /// <summary>Sends the body in pieces, with a pause after each.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Slow(byte[] body, int pieces, TimeSpan pause) => async (stream, token) =>
    {
        await SendAsync(stream, Head(body.Length), [], token);
        foreach (var piece in body.Chunk((body.Length / pieces) + 1))
        {
            await stream.WriteAsync(piece, token);
            await Task.Delay(pause, token);
        }
    };

    /// <summary>Takes the request and never answers.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Silence() => (_, token) => Task.Delay(Timeout.Infinite, token);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static string Head(int length) => $"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n";

    private static async Task SendAsync(NetworkStream stream, string head, byte[] body, CancellationToken token)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        await stream.WriteAsync(body, token);
    }

    private async Task ServeAsync()
    {
        var token = _stop.Token;
        while (!token.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(token);
            _ = AnswerAsync(client, token);
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken token)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            Requests.Enqueue(await reader.ReadLineAsync(token) ?? "");
            while (await reader.ReadLineAsync(token) is { Length: > 0 })
            {
                // The rest of the head is of no interest.
            }

            _last = _answers.TryDequeue(out var answer) ? answer : _last;
            await _last(stream, token);
        }
    }
}
