using System.Net.Sockets;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>When a connection is cut.</summary>
public enum Cut
{
    /// <summary>Nothing is cut.</summary>
    Never,

    /// <summary>Nothing of an append arrives.</summary>
    BeforeArrival,

    /// <summary>The server has all of an append but its Sync, without which it must not commit.</summary>
    BeforeCommit,

    /// <summary>The server has committed an append and answered; the client hears nothing of it.</summary>
    AfterCommit,
}

/// <summary>Stands between a store and its server, understands as much of what they say as it must, and cuts an appending connection at a chosen moment.</summary>
sealed class CuttingProxy : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("lc-cut-").FullName;
    readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly List<(ProxiedConnection Connection, Task End)> connections = [];
    readonly UnixDomainSocketEndPoint server;
    readonly Task accepting;
    (Cut Where, TaskCompletionSource Done, Func<Task> Then) order = (Cut.Never, new(), () => Task.CompletedTask);

    internal CuttingProxy(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var file = $".s.PGSQL.{builder.Port}";
        server = new(Path.Combine(builder.Host ?? "", file));
        (builder.Host, builder.SslMode, builder.GssEncryptionMode) = (folder, SslMode.Disable, GssEncryptionMode.Disable); // what is encrypted cannot be understood here
        ConnectionString = builder.ConnectionString;
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, file)));
        listener.Listen();
        accepting = Task.Run(Accept);
    }

    /// <summary>How to reach the server through here.</summary>
    internal string ConnectionString { get; }

    /// <summary>Cuts the next append there, once, and does something before the client learns of it.</summary>
    internal Task CutNext(Cut where, Func<Task>? then = null)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (listener) order = (where, done, then ?? (() => Task.CompletedTask));
        return done.Task;
    }

    /// <summary>Whether this append is to be cut; the order is carried out once.</summary>
    internal (Cut Where, TaskCompletionSource Done, Func<Task> Then) TakeOrder()
    {
        lock (listener)
        {
            var taken = order;
            order = order with { Where = Cut.Never };
            return taken;
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        foreach (var (connection, end) in connections)
        {
            connection.Dispose();
            await end;
        }
        Directory.Delete(folder, recursive: true);
    }

    async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await upstream.ConnectAsync(server);
                var connection = new ProxiedConnection(this, client, upstream);
                connections.Add((connection, connection.Run()));
            }
        }
        catch (SocketException)
        {
            // The listener was closed.
        }
        catch (ObjectDisposedException)
        {
            // The same, a moment earlier.
        }
    }
}
