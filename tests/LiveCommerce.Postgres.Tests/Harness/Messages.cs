using System.Buffers.Binary;
using System.Net.Sockets;

namespace LiveCommerce.Tests.Harness;

/// <summary>Messages of PostgreSQL's protocol: a letter, a length that counts itself, a body. The very first message has no letter.</summary>
static class Messages
{
    const int LengthBytes = 4;

    internal static async Task<(char Letter, byte[] Bytes)?> Read(NetworkStream stream, bool isFirst = false)
    {
        var letterBytes = isFirst ? 0 : 1;
        var head = new byte[letterBytes + LengthBytes];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) < head.Length) return null;
        var message = new byte[letterBytes + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(letterBytes))];
        head.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(head.Length));
        return (isFirst ? ' ' : (char)message[0], message);
    }
}
