using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

/// <summary>A jar of at most five coins: the smallest domain that has a cap, a note by a person, and an old shape.</summary>
public sealed record CoinDropped(string Coin, PersonalText? Note = null) : IEvent;

public sealed record JarSealed : IEvent;

public abstract record JarCommand(Guid Jar) : ICommand
{
    StreamRef ICommand.Target => Toy.Jar.At(Jar);
}

public record DropCoin(Guid Jar, string Coin, PersonalText? Note = null) : JarCommand(Jar);

/// <summary>Believes that the jar is new, and must be set right where it is not.</summary>
public sealed record DropFirstCoin(Guid Jar, string Coin) : DropCoin(Jar, Coin), ICommand
{
    bool ICommand.BeginsTarget => true;
}

public sealed record SealJar(Guid Jar) : JarCommand(Jar);

/// <summary>Moves a coin's drop to another jar if this one is sealed: a decision over two streams.</summary>
public sealed record DropCoinInEither(Guid Jar, Guid Other, string Coin, PersonalText? Note = null) : JarCommand(Jar);

public sealed record JarState(int Coins, bool IsSealed);

public sealed record JarRow(Guid Id, long Version, int Coins);

static class Toy
{
    internal const int Cap = 5;
    internal static readonly RefusalKind Full = new("jar.full", "TOY-01", "The jar is full.", "Take another jar.");
    internal static readonly RefusalKind Sealed = new("jar.sealed", "TOY-02", "The jar is sealed.", "Take another jar.");
    internal static readonly RefusalKind Unknown = new("jar.coin.unknown", "TOY-03", "No such coin.", "Drop a penny.");

    internal static readonly InlineView<JarRow> View = new("jars", (row, fact) => new(fact.Stream, fact.Version, (row?.Coins ?? 0) + (fact.Body is CoinDropped ? 1 : 0)));

    internal static readonly StreamKind<JarState> Jar = new("jar", new(0, false), (jar, fact) => fact switch
    {
        CoinDropped => jar with { Coins = jar.Coins + 1 },
        JarSealed => jar with { IsSealed = true },
        _ => throw new UnreachableException(),
    }, View);

    internal static EventCatalog Catalog { get; } = new(
        EventType.Of<CoinDropped>("coin_dropped_v2", "TOY-01"),
        EventType.Old("coin_dropped", "TOY-01", body => new CoinDropped(body.GetProperty("Name").GetString() ?? "")),
        EventType.Of<JarSealed>("jar_sealed", "TOY-02"),
        EventType.Of<CommandRefused>("command_refused", "BEY-02"),
        EventType.Of<RefusalsSuppressed>("refusals_suppressed", "BEY-02"));

    internal static CommandRoles Roles { get; } = CommandRoles.None
        .Let<DropCoin>(ActorRole.Merchant).Let<DropFirstCoin>(ActorRole.Merchant).Let<SealJar>(ActorRole.Merchant).Let<DropCoinInEither>(ActorRole.Merchant);

    internal static DomainModel Model { get; } = new(Catalog, [Jar], CommandRoute.To<JarCommand>("toy/1", Roles, Handle));

    internal static Actor Actor { get; } = new("user-1", ActorRole.Merchant, new(PartyKind.Merchant, new Guid("11111111-1111-7111-8111-111111111111")));

    internal static CommandEnvelope Ask(ICommand command, string key) => new(command, Actor, key);

    static Decision? Handle(IReads reads, JarCommand command, DecisionContext context)
    {
        if (reads.Of(Jar.At(command.Jar)) is not { } jar) return null;
        switch (command)
        {
            case SealJar: return jar.IsSealed ? Decision.AlreadySo : Decision.Record(Jar.At(command.Jar), new JarSealed());
            case DropCoin drop: return Drop(jar, drop.Jar, drop.Coin, drop.Note);
            case DropCoinInEither either when !jar.IsSealed: return Drop(jar, either.Jar, either.Coin, either.Note);
            case DropCoinInEither either: return reads.Of(Jar.At(either.Other)) is { } other ? Drop(other, either.Other, either.Coin, either.Note) : null;
            default: throw new UnreachableException();
        }
    }

    static Decision Drop(JarState jar, Guid id, string coin, PersonalText? note)
    {
        if (coin == "ghost") return Decision.NotVisible;
        var refusals = ValueList<Refusal>.Empty;
        if (jar.IsSealed) refusals = refusals.Add(Sealed.Of());
        if (jar.Coins >= Cap) refusals = refusals.Add(Full.Of("jar", ("used", $"{jar.Coins}")));
        if (coin == "button") refusals = refusals.Add(Unknown.Of("coin"));
        return refusals.Count > 0 ? Decision.Refuse(Jar.At(id), refusals) : Decision.Record(Jar.At(id), new CoinDropped(coin, note));
    }
}
