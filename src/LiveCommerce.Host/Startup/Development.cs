using System.Runtime.Versioning;
using LiveCommerce.Host.Http.SignIn;

namespace LiveCommerce.Host.Startup;

/// <summary>Signing in without an authority, on the embedded default alone: a key of this data folder and a token per persona.</summary>
/// <param name="Key">What tokens are signed with.</param>
/// <param name="Folder">Where the tokens lie.</param>
sealed record Development(byte[] Key, string Folder)
{
    [UnsupportedOSPlatform("windows")]
    public static async Task<Development> Prepare(string dataFolder, CancellationToken cancellation)
    {
        var key = await DevelopmentKey.Open(dataFolder, cancellation);
        var folder = DevelopmentKey.FolderIn(Path.GetFullPath(dataFolder));
        await new DevelopmentTokens(key).Write(folder, TimeProvider.System.GetUtcNow().UtcDateTime, cancellation);
        return new(key, folder);
    }

    public static string TokenFile(string folder, Persona persona) => Path.Combine(folder, $"{persona.Name}.token");

    /// <summary>Whose tokens this host trusts.</summary>
    public static SignInOptions SignIn(HostSettings settings, Development? development) => settings switch
    {
        { Authority: { } authority, Audience: { } audience } => new() { Authority = authority, Audience = audience },
        _ => new() { DevelopmentKey = development?.Key },
    };
}
