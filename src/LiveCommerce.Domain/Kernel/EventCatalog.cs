using System.Collections.Frozen;
using System.Text.Json;

namespace LiveCommerce.Kernel;

/// <summary>A wire name: which class a recorded body becomes, and the rule that such a fact rests on.</summary>
/// <param name="Alias">Snake case; a changed shape gets <c>_v2</c>. Append-only.</param>
/// <param name="BodyType">The class of today.</param>
/// <param name="Rule">The requirement's id.</param>
/// <param name="Read">How a stored body in UTF-8 becomes a fact: directly, or through an upcaster.</param>
/// <param name="IsCurrent">False for a shape that is read for ever and written no more.</param>
public sealed record EventType(string Alias, Type BodyType, string Rule, Func<ReadOnlyMemory<byte>, IEvent> Read, bool IsCurrent)
{
    /// <summary>As Marten writes it into <c>mt_dotnet_type</c>.</summary>
    public string DotnetType { get; } = $"{BodyType.FullName}, {BodyType.Assembly.GetName().Name}";

    /// <summary>The wire name of a class as it is today. Its body is read in one go: through a document it takes more than twice as long.</summary>
    public static EventType Of<TEvent>(string alias, string rule) where TEvent : class, IEvent =>
        new(alias, typeof(TEvent), rule, body => JsonSerializer.Deserialize<TEvent>(body.Span) ?? throw new JsonException($"The body of {alias} is null."), true);

    /// <summary>A shape that was shipped once and is read for ever.</summary>
    public static EventType Old<TEvent>(string alias, string rule, Func<JsonElement, TEvent> upcast) where TEvent : class, IEvent =>
        new(alias, typeof(TEvent), rule, body => Upcast(body, upcast), false);

    static TEvent Upcast<TEvent>(ReadOnlyMemory<byte> body, Func<JsonElement, TEvent> upcast)
    {
        using var document = JsonDocument.Parse(body);
        return upcast(document.RootElement);
    }
}

/// <summary>All wire names on one page. A name that it does not know stops a replay loudly.</summary>
public sealed class EventCatalog
{
    readonly FrozenDictionary<string, EventType> byAlias;
    readonly FrozenDictionary<Type, EventType> current;

    /// <summary>A page of wire names.</summary>
    /// <param name="types">Every name ever shipped.</param>
    /// <exception cref="ArgumentException">A name stands for two classes, or a class is written under two names.</exception>
    public EventCatalog(params IEnumerable<EventType> types)
    {
        var all = types.ToArray();
        if (all.GroupBy(type => type.Alias).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The wire name '{twice.Key}' stands for {string.Join(" and for ", twice.Select(type => type.BodyType.FullName))}.", nameof(types));
        if (all.Where(type => type.IsCurrent).GroupBy(type => type.BodyType).FirstOrDefault(same => same.Count() > 1) is { } torn)
            throw new ArgumentException($"{torn.Key.FullName} is written under the wire names {string.Join(" and ", torn.Select(type => $"'{type.Alias}'"))}.", nameof(types));
        byAlias = all.ToFrozenDictionary(type => type.Alias);
        current = all.Where(type => type.IsCurrent).ToFrozenDictionary(type => type.BodyType);
    }

    /// <summary>Every wire name.</summary>
    public IEnumerable<EventType> Types => byAlias.Values;

    /// <summary>This page and another one; what stands on both alike stands on it once.</summary>
    /// <exception cref="ArgumentException">The pages contradict each other.</exception>
    public EventCatalog With(EventCatalog other) =>
        new(Types.Concat(other.Types).DistinctBy(type => (type.Alias, type.BodyType, type.IsCurrent)));

    /// <summary>The wire name that a fact is written under today.</summary>
    /// <exception cref="KeyNotFoundException">Its class was never put on the page: a mistake in the program.</exception>
    public EventType Of(IEvent fact) => current[fact.GetType()];

    /// <summary>The class behind a recorded name.</summary>
    /// <exception cref="UnknownEventException">The name is unknown here.</exception>
    public EventType Named(string alias, Guid stream, long version) =>
        byAlias.TryGetValue(alias, out var type) ? type : throw new UnknownEventException(alias, stream, version);
}

/// <summary>History holds a fact that this code does not know: it must not guess, so the replay stops.</summary>
/// <param name="alias">The recorded name.</param>
/// <param name="stream">Where it stands.</param>
/// <param name="version">At which version.</param>
public sealed class UnknownEventException(string alias, Guid stream, long version)
    : Exception($"Event '{alias}' in stream {stream} at version {version} is unknown to this version of the code.");
