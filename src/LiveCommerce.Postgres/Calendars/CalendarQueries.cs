using LiveCommerce.Calendars;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.Reading;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Postgres.Calendars;

/// <summary>Asks what a shop's calendar shows (BEY-14).</summary>
/// <param name="database">The connections.</param>
public sealed class CalendarQueries(PostgresDatabase database)
{
    /// <summary>At most so many plans: those that start first.</summary>
    public const int MostPlans = 500;

    /// <summary>How long a LIVE stays in the calendar after its start.</summary>
    public static Duration Kept { get; } = Duration.FromDays(31);

    // a plan that was rescheduled is there as the one that took its place
    const string Shown = $$"""
        with recursive plans as (select generation from lc_views where view = 'plans'),
        outside as (select generation from lc_views where view = 'outside_videos'),
        shown as (
            select p.* from lc_plans p where p.generation = (table plans) and p.merchant = $1 and p.status in ('Active', 'Completed', 'Deleted') and p.is_live = any ('{f,t}')
                and p.starts_at > $2 and p.rescheduled_to is null order by p.starts_at, p.id limit $3),
        moves as (
            select id as plan, id as first, rescheduled_from, 0 as moves from shown
            union all
            select moves.plan, p.id, p.rescheduled_from, moves.moves + 1 from moves join lc_plans p on p.generation = (table plans) and p.id = moves.rescheduled_from)
        {{PlanRows.Select}}, moves.first, moves.moves,
            array(select posted_at from lc_teasers t where t.generation = (select generation from lc_views where view = 'teasers') and t.plan = p.id and not t.is_deleted and t.posted_at is not null
                union all select posted_at from lc_outside_videos v where v.generation = (table outside) and v.plan = p.id and v.kind = 'Teaser'),
            array(select posted_at from lc_outside_videos v where v.generation = (table outside) and v.plan = p.id and v.kind = 'PromotionalVideo')
        from shown p join moves on moves.plan = p.id and moves.rescheduled_from is null {{PlanRows.Beside}}
        order by p.starts_at, p.id
        """;

    /// <summary>The shop's plans that start after a moment less <see cref="Kept"/>, deleted ones among them so that calendars learn of it.</summary>
    public async Task<IReadOnlyList<CalendarPlan>> Of(MerchantId merchant, Moment now, CancellationToken cancellation = default) => await database.Read(
        new NpgsqlBatchCommand(Shown).Value(merchant.Value).Value(Moment.From(now.Instant - Kept).ToDateTime()).Value((long)MostPlans), Row, cancellation).ConfigureAwait(false);

    static CalendarPlan Row(NpgsqlDataReader row) => new(PlanRows.Read(row), new(row.GetGuid(25)), row.GetInt32(26), Moments(row, 27), Moments(row, 28));

    static ValueList<Moment> Moments(NpgsqlDataReader row, int column) =>
        row.GetFieldValue<DateTime[]>(column).Select(at => at.ToMoment()).ToValueList();
}
