namespace LiveCommerce.Host.Media;

/// <summary>All that this host makes videos with: its folder, and its tools where it has them.</summary>
/// <param name="options">Where, and how large.</param>
sealed class Studio(MediaOptions options)
{
    /// <summary>Where videos lie.</summary>
    internal MediaFolder Folder { get; } = new(options.Folder);

    /// <summary>The tools; null where they are missing, which is said at the start and refused at the doors.</summary>
    internal MediaTools? Tools { get; init; } = MediaTools.Find();

    internal MediaOptions Options => options;

    internal VideoProbe? Probe => Tools is { } tools ? new(tools, options.Patience) : null;

    internal TeaserRenderer? Renderer => Tools is { } tools && options.Renders > 0 ? new(tools, Folder, options) : null;
}
