using System.Globalization;
using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.Media;

/// <summary>Where videos lie, and what is made of them.</summary>
/// <param name="Folder">Hosts on one log share it.</param>
/// <param name="Width">Pixels of a prepared video.</param>
/// <param name="Height">Pixels of a prepared video.</param>
/// <param name="Renders">So many videos are prepared beside each other; with 0 this host prepares none.</param>
/// <param name="Aside">Whether they leave half of the cores to requests, and go on only while nobody else wants the others; a host that answers no requests need not.</param>
sealed record MediaOptions(string Folder, int Width = 1080, int Height = 1920, int Renders = 2, bool Aside = true)
{
    /// <summary>How long a look at a video may take on a busy machine before its sender is told to come again.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    internal static MediaOptions From(IConfiguration configuration, HostSettings settings)
    {
        var section = configuration.GetSection("LiveCommerce:Media");
        return new(section["Folder"] is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(settings.DataFolder, "media"), Side(section, "Width", 1080), Side(section, "Height", 1920), Number(section, "Renders", 2), Flag(section, "Aside", true));
    }

    // H.264 with half the colour has even sides
    static int Side(IConfigurationSection section, string name, int usual) =>
        Number(section, name, usual) is >= 64 and <= 4096 and var side && side % 2 == 0 ? side : throw new CannotStartException($"{section.Path}:{name} is '{section[name]}': give an even number of 64 to 4096.");

    static bool Flag(IConfigurationSection section, string name, bool usual) =>
        section[name] is not { Length: > 0 } text ? usual
        : bool.TryParse(text, out var flag) ? flag
        : throw new CannotStartException($"{section.Path}:{name} is '{text}': give true or false.");

    static int Number(IConfigurationSection section, string name, int usual) =>
        section[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new CannotStartException($"{section.Path}:{name} is '{text}': give a number.");
}
