using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace LiveCommerce.Tests;

enum Cut
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Nothing of the batch arrives.</summary>
    Before,

    /// <summary>All of the batch arrives but its last byte: the server works on it and never hears the end.</summary>
    Within,

    /// <summary>The batch is committed; its answer is lost.</summary>
    After,
}

/// <summary>Stands between the store and the server, and cuts the connection of the next large message where it is told to.</summary>
sealed class CuttingProxy : IAsyncDisposable
{
    const int SmallestBatch = 1000;
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stopping = new();
    readonly string socket;
    Cut next;

    internal CuttingProxy(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        socket = $"{target.Host}/.s.PGSQL.{target.Port}";
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port, SslMode = SslMode.Disable }.ToString();
        _ = Accept();
    }

    internal string ConnectionString { get; }

    internal int Cuts { get; private set; }

    internal void CutNext(Cut where) => next = where;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        stopping.Dispose();
    }

    async Task Accept()
    {
        while (!stopping.IsCancellationRequested) _ = Serve(await listener.AcceptSocketAsync(stopping.Token));
    }

    async Task Serve(Socket client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await server.ConnectAsync(new UnixDomainSocketEndPoint(socket), stopping.Token);
        using (client)
        {
            var silent = new TaskCompletionSource();
            await Task.WhenAny(Requests(client, server, silent), Answers(server, client, silent));
        }
    }

    async Task Requests(Socket client, Socket server, TaskCompletionSource silent)
    {
        var buffer = new byte[1 << 20];
        while (await client.ReceiveAsync(buffer, stopping.Token) is var length and > 0)
        {
            var cut = length >= SmallestBatch ? next : Cut.None;
            if (cut != Cut.None) (next, Cuts) = (Cut.None, Cuts + 1);
            if (cut == Cut.Before) return;
            if (cut == Cut.After) silent.SetResult();
            await server.SendAsync(buffer.AsMemory(0, cut == Cut.Within ? length - 1 : length), stopping.Token);
            if (cut == Cut.Within) return;
        }
    }

    /// <summary>Once it shall be silent, it waits for the server's "ready for the next" and tells nobody.</summary>
    async Task Answers(Socket server, Socket client, TaskCompletionSource silent)
    {
        var buffer = new byte[1 << 16];
        while (await server.ReceiveAsync(buffer, stopping.Token) is var length and > 0)
        {
            if (!silent.Task.IsCompleted) await client.SendAsync(buffer.AsMemory(0, length), stopping.Token);
            else if (buffer.AsSpan(0, length).EndsWith("Z\0\0\0\u0005I"u8)) return;
        }
    }
}
