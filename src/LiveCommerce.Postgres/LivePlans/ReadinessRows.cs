using System.Data;
using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>What readiness depends on beside the plan itself, as one moment of the log has it.</summary>
/// <param name="KnownAt">When the last fact of that moment was recorded.</param>
/// <param name="Products">The featured products, as they were seen last.</param>
/// <param name="Tools">The attached promotion tools, as they were seen last.</param>
/// <param name="OtherPlans">The shop's other plans that were not deleted, as far as they matter.</param>
/// <param name="PastSales">What the shop's last sessions let expect.</param>
/// <param name="OutsideTeasers">When teasers for the plan were posted elsewhere.</param>
/// <param name="LatestEffect">When the latest of all that took effect.</param>
sealed record SeenRows(Moment KnownAt, ValueList<CatalogueProduct.Observed> Products, ValueList<PromotionTool> Tools, ValueList<PlannedTime> OtherPlans, ValueList<ProjectedUnits> PastSales, ValueList<Moment> OutsideTeasers, Moment LatestEffect);

/// <summary>Another plan of the shop, and when it last came to be one or to be none.</summary>
sealed record OtherPlan(PlannedTime Time, bool IsDeleted, Moment ChangedAt);

/// <summary>Reads the rows that readiness depends on.</summary>
sealed class ReadinessRows(PostgresDatabase database)
{
    const string Standing = "select (select timestamp from mt_events order by seq_id desc limit 1), (select count(*) from unnest($1, $2) as read (stream, version) join mt_streams s on s.id = read.stream where s.version <> read.version), (select count(*) from mt_streams where id = any ($3))";

    const string Around = "from lc_plans where generation = (select generation from lc_views where view = 'plans') and merchant = $1 and status in ('Active', 'Completed', 'Deleted') and is_live = any ('{f,t}') and starts_at between $2 and $3";

    const string Others = $"select id, local_date, local_time, minutes, zone, time_rule, starts_at, status = 'Deleted', case when status = 'Deleted' then over_at else created_at end {Around} order by starts_at, id";

    readonly PastSales past = new();

    /// <summary>The rows at one moment; null where one of the streams that were read stands elsewhere by then.</summary>
    internal async Task<SeenRows?> Read(PlannedLive live, IReadOnlyDictionary<Guid, long> read, CancellationToken cancellation)
    {
        var (merchant, schedule) = (live.Creation.Merchant, live.Creation.Schedule);
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        var sessions = await Sessions(connection, moment, merchant, cancellation).ConfigureAwait(false);
        var asked = past.Asked(sessions);
        await using var batch = new NpgsqlBatch(connection, moment)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(Standing).Column([.. read], one => one.Key).Column([.. read], one => one.Value).Column([.. read.Where(one => one.Value == 0)], one => one.Key),
                CatalogueQueries.ByIds([.. live.Products.Select(product => CatalogueProduct.IdOf(merchant, product))]),
                CatalogueQueries.ByIds([.. live.PromotionTools.Select(tool => ShopPromotionTool.IdOf(merchant, tool))]),
                Window(Others, merchant, schedule.Start),
                PastSales.ToldBy(asked, null, null),
                OutsideVideoQueries.For(live.Creation.Plan, PromotionKind.Teaser),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.ReadAsync(cancellation).ConfigureAwait(false);
        if (reader.GetInt64(1) > 0 || reader.GetInt64(2) > 0) return null;
        var known = reader.MomentAt(0);
        var products = await Next(reader, CatalogueRows.Product, cancellation).ConfigureAwait(false);
        var tools = await Next(reader, CatalogueRows.Tool, cancellation).ConfigureAwait(false);
        var others = (await Next(reader, Other, cancellation).ConfigureAwait(false)).Where(other => other.Time.Plan != live.Creation.Plan).ToArray();
        var told = (await Next(reader, row => past.Read(row, asked), cancellation).ConfigureAwait(false)).OfType<ToldSession>().ToArray();
        var outside = await Next(reader, OutsideVideoQueries.Row, cancellation).ConfigureAwait(false);
        var effects = products.Select(row => row.SeenAt).Concat(tools.Select(row => row.SeenAt)).Concat(others.Select(other => other.ChangedAt)).Concat(told.Select(one => one.EffectiveAt)).Concat(sessions.Select(one => one.StartedAt)).Concat(outside.Select(video => video.ToldAt));
        return new(known, products.Select(row => row.State).ToValueList(), tools.Select(row => row.Tool).ToValueList(), others.Where(other => !other.IsDeleted).Select(other => other.Time).ToValueList(),
            SalesProjection.Of(told.Select(one => one.Told)), outside.Select(video => video.PostedAt).ToValueList(), effects.DefaultIfEmpty().Max());
    }

    /// <summary>The streams of the teasers that were posted elsewhere for a plan; one that was told stays told.</summary>
    internal async Task<IReadOnlyList<Guid>> OutsideTeasersOf(LivePlanId plan, CancellationToken cancellation) =>
        await database.Read(OutsideVideoQueries.For(plan, PromotionKind.Teaser), row => row.GetGuid(0), cancellation).ConfigureAwait(false);

    /// <summary>The shop's plans around an instant that were not deleted.</summary>
    internal async Task<IReadOnlyList<PlannedTime>> OthersAround(MerchantId merchant, Moment start, CancellationToken cancellation) =>
        [.. (await database.Read(Window(Others, merchant, start), Other, cancellation).ConfigureAwait(false)).Where(other => !other.IsDeleted).Select(other => other.Time)];

    /// <summary>What the shop's last sessions let expect, as of a moment.</summary>
    internal async Task<ValueList<ProjectedUnits>> ExpectedAt(MerchantId merchant, AsOf.Instant asOf, CancellationToken cancellation)
    {
        var sessions = await database.Read(PastSales.SessionsBy(merchant, asOf.EffectiveAt, asOf.RecordedAt), PastSales.Session, cancellation).ConfigureAwait(false);
        if (sessions.Count == 0) return [];
        var asked = PastSales.AskedAnew(sessions);
        var told = await database.Read(PastSales.ToldBy(asked, asOf.EffectiveAt, asOf.RecordedAt), row => PastSales.ReadAnew(row, asked), cancellation).ConfigureAwait(false);
        return SalesProjection.Of(told.OfType<ToldSession>().Select(one => one.Told));
    }

    /// <summary>The streams of the shop's other plans around a plan, deleted ones among them: in the past they were not. A schedule never changes, so its row of today says when it was.</summary>
    internal async Task<IReadOnlyList<Guid>> PlansAround(LivePlanCreated plan, CancellationToken cancellation) =>
        await database.Read(Window($"select id {Around}", plan.Merchant, plan.Schedule.Start), row => row.GetGuid(0), cancellation).ConfigureAwait(false);

    static NpgsqlBatchCommand Window(string query, MerchantId merchant, Moment start) => new NpgsqlBatchCommand(query)
        .Value(merchant.Value).Value(Moment.From(start.Instant - Readiness.Around).ToDateTime()).Value((start + Readiness.Around).ToDateTime());

    static OtherPlan Other(NpgsqlDataReader row) => new(
        new(new(row.GetGuid(0)), new(row.GetString(1), row.GetString(2), row.GetInt32(3), ZoneId.Parse(row.GetString(4)), row.Enum<LocalTimeRule>(5), row.MomentAt(6))), row.GetBoolean(7), row.MomentAt(8));

    static async Task<IReadOnlyList<StartedSession>> Sessions(NpgsqlConnection connection, NpgsqlTransaction moment, MerchantId merchant, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, moment) { BatchCommands = { PastSales.SessionsBy(merchant, null, null) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await Rows(reader, PastSales.Session, cancellation).ConfigureAwait(false);
    }

    static async Task<ValueList<T>> Next<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return await Rows(reader, row, cancellation).ConfigureAwait(false);
    }

    static async Task<ValueList<T>> Rows<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) rows.Add(row(reader));
        return rows.ToValueList();
    }
}
