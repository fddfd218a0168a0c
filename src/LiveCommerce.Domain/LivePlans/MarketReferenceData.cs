using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>The reference data of a market: a log is one market, so it has one of these.</summary>
[JsonConverter(typeof(TypedIdConverter<MarketReferenceId>))]
public readonly record struct MarketReferenceId(Guid Value) : ITypedId<MarketReferenceId>
{
    /// <inheritdoc />
    public static string Prefix => "mkt";

    /// <inheritdoc />
    public static MarketReferenceId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>Reference data of the market was loaded, all of it anew (PLAN-08, PLAN-09); each load stays, so that the past can be judged by what was known then.</summary>
/// <param name="RushHours">Of every day, on each shop's clock.</param>
/// <param name="Competitors">Known LIVEs of competitors.</param>
public sealed record MarketReferenceLoaded(ValueList<RushHours> RushHours, ValueList<CompetitorLive> Competitors) : IEvent;

/// <summary>What is known of the market.</summary>
public abstract record MarketReferenceData
{
    MarketReferenceData() { }

    /// <summary>Nothing was loaded.</summary>
    public sealed record NotLoaded : MarketReferenceData;

    /// <summary>As it was loaded last.</summary>
    public sealed record Loaded(ValueList<RushHours> RushHours, ValueList<CompetitorLive> Competitors) : MarketReferenceData;

    /// <summary>Reference data as a stream.</summary>
    public static StreamKind<MarketReferenceData> Kind { get; } = new("market_reference", new NotLoaded(), Evolve);

    /// <summary>The id that the reference data has in every market.</summary>
    public static MarketReferenceId Id { get; } = new(DerivedId.Of(new("2b9d5d0e-4c44-5c0a-8f5e-0d3a7a8a6c11"), "market-reference"));

    /// <summary>The stream of reference data; there is one in a market.</summary>
    public static StreamRef<MarketReferenceData> At(MarketReferenceId id) => Kind.At(id.Value);

    /// <summary>What is known after one more load.</summary>
    public static MarketReferenceData Evolve(MarketReferenceData state, IEvent fact) => (state, fact) switch
    {
        (NotLoaded or Loaded, MarketReferenceLoaded it) => new Loaded(it.RushHours, it.Competitors),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
