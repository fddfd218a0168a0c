using System.Net.Sockets;
using System.Text;

namespace LiveCommerce.Tests.Harness;

/// <summary>One connection through the proxy. Both directions are passed on message by message; an append is known by its many statements.</summary>
sealed class ProxiedConnection(CuttingProxy proxy, Socket client, Socket server) : IDisposable
{
    const int StatementsOfAnAppend = 4;
    readonly NetworkStream toClient = new(client, ownsSocket: true);
    readonly NetworkStream toServer = new(server, ownsSocket: true);
    readonly MemoryStream held = new(); // of a batch: until its end nobody knows whether it is an append
    volatile TaskCompletionSource? committed;
    volatile TaskCompletionSource? cutting;

    internal async Task Run()
    {
        try
        {
            await await Task.WhenAny(PassRequests(), PassAnswers());
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or EndOfStreamException)
        {
            // One side has left; so does the other.
        }
        if (cutting is { } cut) await cut.Task; // the client learns of it only then
        Dispose();
    }

    public void Dispose()
    {
        toServer.Dispose();
        toClient.Dispose();
    }

    async Task PassRequests()
    {
        if (await Messages.Read(toClient, isFirst: true) is not { } startup) return;
        await toServer.WriteAsync(startup.Bytes);
        var appends = Encoding.UTF8.GetString(startup.Bytes).Contains("plan_cache_mode", StringComparison.Ordinal);
        var statements = 0;
        while (await Messages.Read(toClient) is { } message)
        {
            if (message.Letter == 'E') statements++;
            if (message.Letter is 'P' or 'B' or 'D' or 'E' or 'C')
            {
                held.Write(message.Bytes);
                continue;
            }
            if (message.Letter == 'S')
            {
                var isAppend = appends && statements >= StatementsOfAnAppend;
                statements = 0;
                if (isAppend && await IsCut(message.Bytes)) return;
            }
            await PassHeld();
            await toServer.WriteAsync(message.Bytes);
        }
    }

    async Task PassAnswers()
    {
        while (await Messages.Read(toServer) is { } message)
        {
            // Answers of an append that is cut after its commit are swallowed; the last one says that the server is ready again.
            if (committed is not { } swallowed) await toClient.WriteAsync(message.Bytes);
            else if (message.Letter == 'Z') swallowed.TrySetResult();
        }
    }

    async Task PassHeld()
    {
        await toServer.WriteAsync(held.ToArray());
        held.SetLength(0);
    }

    async Task<bool> IsCut(byte[] sync)
    {
        var (where, done, then) = proxy.TakeOrder();
        if (where == Cut.Never) return false;
        if (where != Cut.BeforeArrival) await PassHeld();
        if (where == Cut.AfterCommit)
        {
            var answered = committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await toServer.WriteAsync(sync);
            await answered.Task;
        }
        var cut = cutting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        toServer.Dispose();
        await then();
        toClient.Dispose();
        cut.TrySetResult();
        done.TrySetResult();
        return true;
    }
}
