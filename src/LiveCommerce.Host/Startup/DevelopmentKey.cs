using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace LiveCommerce.Host.Startup;

/// <summary>The key that development tokens are signed with: drawn once per data folder, readable by its owner alone.</summary>
[UnsupportedOSPlatform("windows")]
static class DevelopmentKey
{
    const int Length = 32;
    const int WouldBlock = 11;
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Where key and tokens lie.</summary>
    public static string FolderIn(string dataFolder) => Path.Combine(dataFolder, "development");

    public static async Task<byte[]> Open(string dataFolder, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(FolderIn(dataFolder), OwnerOnly | UnixFileMode.UserExecute);
        await using var file = await Lock(Path.Combine(folder.FullName, "signing-key"), cancellation);
        var key = new byte[Length];
        // Anything but a whole key is what a host left that was killed while it wrote.
        if (file.Length == Length)
        {
            await file.ReadExactlyAsync(key, cancellation);
            return key;
        }
        RandomNumberGenerator.Fill(key);
        file.SetLength(0);
        await file.WriteAsync(key, cancellation);
        return key;
    }

    /// <summary>Writes a file that its owner alone may read, whole or not at all.</summary>
    public static async Task Write(string path, string text, CancellationToken cancellation)
    {
        var unfinished = $"{path}.{Environment.ProcessId}";
        await using (var file = new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
        await using (var writer = new StreamWriter(file))
            await writer.WriteAsync(text.AsMemory(), cancellation);
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Two hosts that start together must not both draw a key.</summary>
    static async Task<FileStream> Lock(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly });
            }
            catch (IOException held) when (held.HResult == WouldBlock)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }
}
