using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.Rebuild;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>All read models of a program: whether those in use were folded as it folds, and how they are built anew while hosts go on writing and reading.</summary>
public sealed class ReadModels
{
    const int PageSize = 2_000;

    readonly PostgresDatabase database;
    readonly EventCodec codec;
    readonly int pageSize;
    readonly List<ViewRebuild> views;

    /// <summary>LiveCommerce's own.</summary>
    /// <param name="database">The connections; a rebuild needs the owner of the tables, not the writer role.</param>
    public ReadModels(PostgresDatabase database) : this(database, LiveCommerceModel.Default, [], [])
    {
    }

    /// <summary>LiveCommerce's own and yours.</summary>
    /// <param name="database">The connections; a rebuild needs the owner of the tables, not the writer role.</param>
    /// <param name="model">The domain, extended by yours.</param>
    /// <param name="tables">A table for each inline read model of yours.</param>
    /// <param name="followed">Your read models that gather several streams.</param>
    /// <exception cref="ArgumentException">A read model has no table, or two.</exception>
    public ReadModels(PostgresDatabase database, DomainModel model, IReadOnlyList<InlineTable> tables, IReadOnlyList<FollowedView> followed)
        : this(database, model, InlineTables.All.For(model, tables), [new CampaignStatistics(), .. followed], PageSize)
    {
    }

    internal ReadModels(PostgresDatabase database, DomainModel model, InlineTables tables, IReadOnlyList<FollowedView> followed, int pageSize)
    {
        (this.database, this.pageSize) = (database, pageSize);
        codec = new(model.Catalog);
        var inline =
            from kind in model.Kinds
            where kind.View is not null
            group kind.Alias by kind.View into kinds
            select (ViewRebuild)new InlineRebuild(database, kinds.Key, tables.TableOf(kinds.Key), [.. kinds]);
        views = [.. inline, .. followed.Select(view => new FollowedRebuild(database, view))];
    }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. views.Select(view => view.View)];

    /// <summary>Those whose rows in use were made by another version of the fold than this program has: a host writes nothing then.</summary>
    public async Task<IReadOnlyList<FoldDifference>> Differing(CancellationToken cancellation)
    {
        await using var command = database.Reading.CreateCommand(ActiveView.Query);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var active = await ActiveView.ReadAll(reader, cancellation).ConfigureAwait(false);
        return [.. views.Select(view => new FoldDifference(view.View, view.FoldVersion, active.GetValueOrDefault(view.View, ActiveView.First).FoldVersion)).Where(view => view.Here != view.InUse)];
    }

    /// <summary>
    /// Builds read models anew from the log, in one pass, and puts them into use: the inline ones in one moment, then each of the others. Nobody's
    /// reading or writing stops. An interrupted rebuild is taken up where it was.
    /// </summary>
    /// <param name="view">Its name; all without one.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="cancellation">Interrupts it between two steps.</param>
    /// <exception cref="ArgumentException">There is no such read model.</exception>
    /// <exception cref="RebuildRunningException">A rebuild of this log is at work.</exception>
    /// <exception cref="UnknownEventException">The log holds a fact that this program does not know; the rows in use stay.</exception>
    public async Task Rebuild(string? view = null, IProgress<RebuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (view is not null && !Names.Contains(view)) throw new ArgumentException($"There is no read model '{view}', but {string.Join(", ", Names)}.", nameof(view));
        await using var turn = await RebuildTurn.Begin(database, cancellation).ConfigureAwait(false);
        await new RebuildRun(database, codec, [.. views.Where(one => view is null || one.View == view)], pageSize).Run(progress, cancellation).ConfigureAwait(false);
    }
}
