using LiveCommerce.Postgres.Append;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Expires the open registrations of a campaign whose end was reached (RREC-18), each by an ordinary command that is decided again.</summary>
sealed class CampaignEndWork(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send) : IDueWork
{
    const int PageSize = 200;

    const string Open = """
        select id from lc_registrations where generation = (select generation from lc_views where view = 'registrations')
            and campaign = $1 and status in ('UnderReview', 'Approved') and id > $2 order by id limit $3
        """;

    /// <inheritdoc />
    public async Task<bool> Run(DueItem item, CancellationToken cancellation)
    {
        var (last, isDone) = (Guid.Empty, true);
        while (await Page(item.Subject, last, cancellation).ConfigureAwait(false) is { Count: > 0 } page)
        {
            var answers = await Task.WhenAll(page.Select(id => send(item.Ask(new ExpireRegistration(new(id)), id)))).ConfigureAwait(false);
            isDone &= answers.All(answer => answer.Status is CommandStatus.Answered or CommandStatus.AnsweredBefore);
            last = page[^1];
        }
        return isDone;
    }

    async Task<List<Guid>> Page(Guid campaign, Guid after, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Open).Value(campaign).Value(after).Value((long)PageSize) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var page = new List<Guid>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) page.Add(reader.GetGuid(0));
        return page;
    }
}
