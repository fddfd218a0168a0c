using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>Commits made by hand, for what no pipeline would send.</summary>
static class Jars
{
    static readonly Moment Now = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));

    /// <summary>One coin into a jar that stands at a version.</summary>
    internal static Commit Drop(Guid jar, long after, string coin = "penny", Guid? command = null, PersonalText? note = null) =>
        Write(Toy.Jar.At(jar), after, new CoinDropped(coin, note), command ?? Guid.CreateVersion7());

    /// <summary>A slot of a quota; the stream kind does not matter to the store.</summary>
    internal static Commit Take(Guid quota, long after, int slot, Guid registration) =>
        Write(Toy.Jar.At(quota), after, new SlotTaken(slot, new(registration), RegistrationChannel.SellerCenter), Guid.CreateVersion7(), EventType.Of<SlotTaken>("slot_taken", "REG-03"));

    /// <summary>A receipt and nothing else.</summary>
    internal static Commit Answer(Guid command, params StreamVersion[] reads) => new() { CommandId = command, Reads = reads, Receipt = ReceiptOf(command, []) };

    static Commit Write(StreamRef stream, long after, IEvent body, Guid command, EventType? type = null)
    {
        var named = type ?? Toy.Catalog.Of(body);
        var met = new List<PersonalText>();
        var text = EventCodec.Write(body, met);
        var envelope = new Envelope
        {
            UserId = "user-1", CorrelationId = "c", Role = ActorRole.System, CommandId = command, Policy = "toy/1", Code = "test", Market = "default",
            Rule = named.Rule, DecidedAt = Now, EffectiveAt = Now,
        };
        var id = DerivedId.Of(command, "event/0");
        envelope = envelope with { Digest = envelope.DigestOf(id, stream.Id, after + 1, named.Alias, text) };
        return new()
        {
            CommandId = command,
            Reads = [new(stream.Id, after)],
            Events = [new(id, stream, after + 1, named, text, envelope.ToHeaders(), envelope, body)],
            Personal = [.. met.Select(personal => new PersonalWrite(stream.Id, personal))],
            Receipt = ReceiptOf(command, [new(stream.Id, stream.Kind.Alias, after + 1, named.Alias)]),
        };
    }

    static Receipt ReceiptOf(Guid command, ValueList<FactRecorded> facts) => new()
    {
        CommandId = command, Owner = "user-1", IdempotencyKey = command.ToString(), Command = "drop_coin", CommandBody = """{"B":1,"A":"\u00e9"}""",
        Outcome = facts.Count > 0 ? Outcome.Recorded : Outcome.AlreadySo, Facts = facts, Refusals = [Toy.Full.Of("jar", ("used", "5"))], Details = [new("used", "1")],
        Reads = [new(command, 3)], Policy = "toy/1", Code = "test", Actor = Toy.Actor, DecidedAt = Now,
    };
}
