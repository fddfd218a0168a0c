using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Registrations;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>Which registrations to list.</summary>
/// <param name="Now">The moment at which to list them: from a campaign's end its open ones are expired, recorded or not (C29).</param>
/// <param name="Campaign">Only those of this campaign.</param>
/// <param name="SeenBy">Only those that this party may see: its own, and those of the creator behind them (RREC-01).</param>
/// <param name="Party">Only those that use this party's slots.</param>
/// <param name="Status">Only those of this status.</param>
/// <param name="Channel">Only those of this channel.</param>
public sealed record RegistrationFilter(Moment Now, CampaignId? Campaign, Party? SeenBy, Party? Party, RegistrationStatus? Status, RegistrationChannel? Channel);

/// <summary>Lists registrations, the latest first.</summary>
/// <param name="database">The connections.</param>
public sealed class RegistrationList(PostgresDatabase database)
{
    const string Listed = """
        select r.registered_at, r.id
        from lc_registrations r
        join lc_campaigns c on c.id = r.campaign and c.generation = (select generation from lc_views where view = 'campaigns')
        where r.generation = (select generation from lc_views where view = 'registrations')
          and (r.registered_at, r.id) < ($1, $2)
          and ($3::text is null or $3 = case when r.status in ('UnderReview', 'Approved') and c.ends_at <= $4 then 'Expired' else r.status end)
          and ($5::text is null or r.channel = $5)
        """;

    /// <summary>The places of the next registrations.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Only those before this place.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IReadOnlyList<PlaceInList>> Find(RegistrationFilter filter, PlaceInList? before, int limit, CancellationToken cancellation)
    {
        var command = new NpgsqlBatchCommand()
            .Value(before?.At.ToDateTime() ?? DateTime.MaxValue)
            .Value(before?.Id ?? Guid.Empty)
            .Value(filter.Status?.ToString())
            .Value(filter.Now.ToDateTime())
            .Value(filter.Channel?.ToString());
        // conditions that an index serves are written only where they are asked for, so that each form has a plan of its own
        var sql = Listed;
        if (filter.Campaign is { } campaign) sql += $" and r.campaign = {Next(command, campaign.Value)}";
        if (filter.Party is { } party) sql += $" and r.party = {Next(command, party.Id)}";
        if (filter.SeenBy is { Kind: PartyKind.Merchant } merchant) sql += $" and r.party = {Next(command, merchant.Id)}";
        if (filter.SeenBy is { Kind: PartyKind.Creator } creator) sql += Mine(Next(command, creator.Id));
        command.CommandText = $"{sql} order by r.registered_at desc, r.id desc limit {Next(command, (long)limit)}";
        return database.Reading.Places(command, cancellation);
    }

    // a creator tied to a shop uses the shop's slots, and still sees what they registered
    static string Mine(string creator) => $" and (r.party = {creator} or (r.creator = {creator} and r.party_kind = 'Merchant'))";

    static string Next<TValue>(NpgsqlBatchCommand command, TValue value) => $"${command.Value(value).Parameters.Count}";
}
