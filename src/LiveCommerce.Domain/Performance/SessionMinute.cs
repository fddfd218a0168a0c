using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Performance;

/// <summary>What one source's last word on a minute of a session is.</summary>
/// <param name="Source">Who told.</param>
/// <param name="At">When the minute began.</param>
/// <param name="ToldAt">When these figures were told: what is shown of them is as of then.</param>
/// <param name="Figures">The figures.</param>
public sealed record SessionMinute(FigureSource Source, Moment At, Moment ToldAt, MinuteFigures Figures);
