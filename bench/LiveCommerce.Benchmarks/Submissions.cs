using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>Decided submissions, ready to be appended: two facts on two streams, a slot, a row, a receipt; four streams read.</summary>
/// <param name="campaign">The campaign.</param>
/// <param name="parties">So many take turns; when one has its hundred, another takes its place.</param>
/// <param name="newcomer">Who comes next, with the account; parties that nobody knows where it is left out.</param>
/// <param name="facts">So many facts the campaign has, and each party.</param>
sealed class Submissions(CampaignId campaign, int parties, Func<(Party Party, AccountId Account)>? newcomer = null, long facts = 0)
{
    readonly Func<(Party Party, AccountId Account)> newcomer = newcomer ?? Nobody;
    readonly ((Party Party, AccountId Account) Who, int Used)[] quotas = new ((Party, AccountId), int)[parties];
    int next;

    internal Commit Next()
    {
        ref var quota = ref quotas[next++ % quotas.Length];
        if (quota.Used is 0 or RegistrationPolicy.Cap) quota = (newcomer(), 0);
        return Make(quota.Who.Party, quota.Who.Account, ++quota.Used);
    }

    static (Party, AccountId) Nobody()
    {
        var id = Guid.CreateVersion7();
        return (new(PartyKind.Merchant, id), new(id));
    }

    Commit Make(Party party, AccountId account, int slot)
    {
        var now = Moment.From(NodaTime.Instant.FromDateTimeUtc(DateTime.UtcNow));
        var registration = new RegistrationId(Guid.CreateVersion7());
        var form = new RegistrationForm(["S", "A"], new(now, now + NodaTime.Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true);
        var command = new SubmitRegistration(registration, campaign, form, account, RegistrationEntry.TikTokAppLink);
        var actor = new Actor("user-" + party.Id.ToString("N"), ActorRole.Merchant, party);
        var asked = new CommandEnvelope(command, actor, Guid.CreateVersion7().ToString());
        var quota = CampaignQuota.At(campaign, party);
        IEvent submitted = new RegistrationSubmitted(registration, campaign, party, new(party.Id), null, RegistrationResource.Merchant, account, AccountType.Official,
            RegistrationChannel.SellerCenter, RegistrationEntry.TikTokAppLink, slot, form, 90, null, null, null);
        var first = Fact(asked, 0, quota, slot, new SlotTaken(slot, registration, RegistrationChannel.SellerCenter, account, form.LivePeriod), now);
        var second = Fact(asked, 1, Registration.At(registration), 1, submitted, now);
        var row = RegistrationRecord.Fold(null, new(registration.Value, 1, now, submitted));
        StreamVersion[] reads = [new(campaign.Value, facts), new(party.Id, facts), new(quota.Id, slot - 1), new(registration.Value, 0)];
        return new()
        {
            CommandId = asked.CommandId, Reads = reads, Events = [first, second], RequestDigest = first.Envelope.Digest, Rows = [new(RegistrationRecord.View, registration.Value, 1, row!)],
            Receipt = new()
            {
                CommandId = asked.CommandId, Owner = asked.Owner, IdempotencyKey = asked.IdempotencyKey, Command = "submit_registration",
                CommandBody = EventCodec.Write(command, []), Outcome = Outcome.Recorded, Refusals = [], Details = [new("used", $"{slot}"), new("remaining", $"{100 - slot}")],
                Facts = [new(quota.Id, "campaign_quota", slot, first.Type.Alias), new(registration.Value, "registration", 1, second.Type.Alias)],
                Reads = [.. reads], Policy = RegistrationPolicy.Version, Code = "0.1.0", Actor = actor, DecidedAt = now,
            },
        };
    }

    static EventWrite Fact(CommandEnvelope asked, int ordinal, StreamRef stream, long version, IEvent body, Moment now)
    {
        var type = LiveCommerceEvents.Catalog.Of(body);
        var text = EventCodec.Write(body, []);
        var id = DerivedId.Of(asked.CommandId, $"event/{ordinal}");
        var envelope = new Envelope
        {
            UserId = asked.Actor.UserId, CorrelationId = asked.CommandId.ToString(), Role = asked.Actor.Role, Channel = "SellerCenter", CommandId = asked.CommandId,
            Policy = RegistrationPolicy.Version, Code = "0.1.0", Market = "default", Rule = type.Rule, DecidedAt = now, EffectiveAt = now,
            PreviousDigest = version == 1 ? null : Digest.Of(stream.Id.ToByteArray()),
        };
        envelope = envelope with { Digest = envelope.DigestOf(id, stream.Id, version, type.Alias, text) };
        return new(id, stream, version, type, text, envelope.ToHeaders(), envelope, body);
    }
}
