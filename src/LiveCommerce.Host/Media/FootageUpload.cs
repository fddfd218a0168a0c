using System.Security.Cryptography;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>Footage on its way in: on disk under a name of its own until it is put, and gone when it is not.</summary>
/// <param name="folder">Where it lies.</param>
/// <param name="file">Its name until then.</param>
/// <param name="contentHash">SHA-256 of its bytes.</param>
/// <param name="bytes">How many it has.</param>
sealed class FootageUpload(MediaFolder folder, string file, string contentHash, int bytes) : IDisposable
{
    const int Buffer = 128 * 1024;
    static readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Where it lies for now.</summary>
    internal string File => file;

    /// <summary>Writes a body to disk, up to the limit and no further; null where it goes beyond. What is cut off leaves nothing.</summary>
    internal static async Task<FootageUpload?> Receive(Stream body, MediaFolder folder, CancellationToken cancellation)
    {
        var file = folder.Incoming();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, length) = (new byte[Buffer], 0);
            await using (var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true))
                for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
                {
                    if ((length += read) > FootagePolicy.MaxBytes) return Gone(file);
                    hash.AppendData(buffer, 0, read);
                    await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
                }
            return new(folder, file, Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        catch
        {
            System.IO.File.Delete(file);
            throw;
        }
    }

    /// <summary>What it is, as a probe found it.</summary>
    internal VideoFacts Facts(ProbedVideo found) => new(contentHash, found.Format, found.Codec, found.Width, found.Height, found.Milliseconds, bytes);

    /// <summary>
    /// Gives the bytes their name before the put is decided, so that no fact ever speaks of bytes that are not there; and takes them back where it was not, unless
    /// they were there before.
    /// </summary>
    internal async Task<T> Put<T>(PutFootage command, Func<Task<T>> decide, IEventStore store)
    {
        await oneAtATime.WaitAsync(CancellationToken.None);
        try
        {
            var target = folder.Footage(command.Footage);
            var (isBad, wasThere) = (FootagePolicy.Refuses(command.Video), System.IO.File.Exists(target));
            if (!isBad && !wasThere) System.IO.File.Move(file, target);
            var result = await decide();
            if (!isBad && !wasThere && Footage.Kind.Fold((await store.Load([command.Footage.Value], CancellationToken.None))[command.Footage.Value].Select(fact => fact.Body)) is not Footage.Present) System.IO.File.Delete(target);
            return result;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => System.IO.File.Delete(file);

    static FootageUpload? Gone(string file)
    {
        System.IO.File.Delete(file);
        return null;
    }
}
