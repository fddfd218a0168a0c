using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LiveCommerce.Host.Startup;

/// <summary>Where the host listens when nobody says otherwise: on this machine alone, on port 5080 or the next free one.</summary>
static class Loopback
{
    const int DefaultPort = 5080;
    const int LastPort = DefaultPort + 100;

    public static string DefaultUrl { get; } = $"http://127.0.0.1:{DefaultPort}";

    public static bool IsOnly(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsLoopback);

    /// <summary>Takes the next free port instead of failing; the socket listens at once, so that of two hosts that start together each gets one.</summary>
    public static void TakeNextFreePort(SocketTransportOptions options)
    {
        var create = options.CreateBoundListenSocket;
        options.CreateBoundListenSocket = endpoint =>
        {
            for (var port = DefaultPort; ; port++)
            {
                if (endpoint is not IPEndPoint { Port: DefaultPort } wanted) return create(endpoint);
                if (TryListen(create, new(wanted.Address, port), isLast: port == LastPort) is { } socket) return socket;
            }
        };
    }

    static Socket? TryListen(Func<EndPoint, Socket> create, IPEndPoint endpoint, bool isLast)
    {
        Socket? socket = null;
        try
        {
            socket = create(endpoint);
            socket.Listen();
            return socket;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && !isLast)
        {
            socket?.Dispose();
            return null;
        }
    }

    static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri.IsLoopback;
}
