using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Registrations;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>A taken slot of a party's quota in a campaign.</summary>
/// <param name="Slot">From 1 to 100.</param>
/// <param name="Registration">Who took it.</param>
/// <param name="Channel">In which product.</param>
/// <param name="Status">The registration's status, as recorded; a slot is never given back (C20).</param>
/// <param name="RegisteredAt">When it was taken.</param>
public sealed record SlotShown(int Slot, RegistrationId Registration, RegistrationChannel Channel, RegistrationStatus Status, Moment RegisteredAt);

/// <summary>The ledger of the cap (BEY-02).</summary>
/// <param name="database">The connections.</param>
public sealed class SlotQueries(PostgresDatabase database)
{
    const string Ledger = """
        select slots.slot, slots.registration, r.channel, r.status, r.registered_at
        from lc_slots slots join lc_registrations r on r.generation = (select generation from lc_views where view = 'registrations') and r.id = slots.registration
        where slots.quota = $1 order by slots.slot
        """;

    /// <summary>The taken slots of a party in a campaign, by their numbers; never more than 100.</summary>
    public async Task<IReadOnlyList<SlotShown>> Of(CampaignId campaign, Party party, CancellationToken cancellation = default) =>
        await database.Read(
            new NpgsqlBatchCommand(Ledger).Value(CampaignQuota.At(campaign, party).Id),
            row => new SlotShown(row.GetInt16(0), new(row.GetGuid(1)), row.Enum<RegistrationChannel>(2), row.Enum<RegistrationStatus>(3), row.MomentAt(4)),
            cancellation).ConfigureAwait(false);

    /// <summary>How many slots of a party in a campaign are taken.</summary>
    public async Task<int> UsedBy(CampaignId campaign, Party party, CancellationToken cancellation = default) =>
        (await database.Read(
            new NpgsqlBatchCommand("select count(*)::int from lc_slots where quota = $1").Value(CampaignQuota.At(campaign, party).Id),
            row => row.GetInt32(0), cancellation).ConfigureAwait(false)).Single();
}
