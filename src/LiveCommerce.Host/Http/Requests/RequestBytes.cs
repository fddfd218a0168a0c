using System.Buffers;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>Reads a raw body up to a limit and no further.</summary>
static class RequestBytes
{
    const int FirstBuffer = 64 * 1024;

    /// <summary>The body; null where it goes beyond the limit.</summary>
    internal static async ValueTask<ReadOnlyMemory<byte>?> Read(HttpRequest request, int most)
    {
        if (request.ContentLength > most) return null;
        var bytes = new ArrayBufferWriter<byte>(FirstBuffer);
        for (var read = -1; read != 0 && bytes.WrittenCount <= most; bytes.Advance(read))
            read = await request.Body.ReadAsync(bytes.GetMemory(), request.HttpContext.RequestAborted);
        return bytes.WrittenCount > most ? default(ReadOnlyMemory<byte>?) : bytes.WrittenMemory;
    }
}
