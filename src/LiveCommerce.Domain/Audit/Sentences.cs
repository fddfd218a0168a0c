using System.Collections.Immutable;
using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Audit;

/// <summary>What facts say about who recorded them, such as <c>approved the registration</c>: a line for each kind of fact.</summary>
sealed class Sentences
{
    readonly ImmutableDictionary<Type, Func<IEvent, ZoneId?, string>> lines;

    Sentences(ImmutableDictionary<Type, Func<IEvent, ZoneId?, string>> lines) => this.lines = lines;

    internal static Sentences None { get; } = new(ImmutableDictionary<Type, Func<IEvent, ZoneId?, string>>.Empty);

    internal Sentences Say<TFact>(Func<TFact, string> line) where TFact : class, IEvent => Say<TFact>((fact, zone) => line(fact));

    /// <summary>With one more line, which tells times on the clock of a zone.</summary>
    internal Sentences Say<TFact>(Func<TFact, ZoneId?, string> line) where TFact : class, IEvent => new(lines.Add(typeof(TFact), (fact, zone) => line((TFact)fact, zone)));

    internal Sentences And(Sentences room) => new(lines.AddRange(room.lines));

    internal string Of(IEvent fact, ZoneId? zone) =>
        lines.TryGetValue(fact.GetType(), out var line) ? line(fact, zone) : throw new UnreachableException($"{fact.GetType().Name} has no sentence.");
}
