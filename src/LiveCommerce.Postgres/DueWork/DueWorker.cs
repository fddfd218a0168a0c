using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Background;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Does what falls due: looks once a second, on every host; the lease gives each piece to one of them.</summary>
public sealed class DueWorker : IAsyncDisposable
{
    const string Usual = "due_work";

    /// <summary>A command that was decided just before an instant may become durable after it, by as long as an append may wait and be sent again: until then the work is repeated.</summary>
    static readonly Duration Settling = Duration.FromMinutes(2);

    static readonly Duration BetweenSweeps = Duration.FromHours(1);

    static readonly Task Silence = new TaskCompletionSource().Task;
    readonly CancellationTokenSource stopping = new();
    readonly string name;
    readonly TimeSpan lease;
    readonly DueQueue queue;
    readonly DueSweep sweep;
    readonly IReadOnlyDictionary<string, IDueWork> works;
    readonly Func<Moment> clock;
    readonly Action<WorkTrouble>? tell;
    Moment nextSweep;
    Task loop = Task.CompletedTask;

    /// <summary>A worker for what the log itself brings about, not started yet.</summary>
    /// <param name="database">Where the due work stands.</param>
    /// <param name="send">Brings a command into the pipeline.</param>
    /// <param name="clock">The host's clock: what is due, is due by it.</param>
    /// <param name="tell">Hears of every failure: of those that are tried again, and of the one that stopped the worker.</param>
    public DueWorker(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send, Func<Moment> clock, Action<WorkTrouble>? tell = null)
        : this(database, Usual, WorksOf(database, send), TimeSpan.FromMinutes(1), clock, tell)
    {
    }

    /// <summary>A worker for work of your own, not started yet. Several may do the same kinds beside each other: each piece is done by one.</summary>
    /// <param name="database">Where the due work stands.</param>
    /// <param name="name">Its name, snake case; troubles are counted by it.</param>
    /// <param name="works">What is done, by kind.</param>
    /// <param name="lease">How long it may be silent before another takes its work up; while work goes on it is renewed three times as often.</param>
    /// <param name="clock">The host's clock: what is due, is due by it.</param>
    /// <param name="tell">Hears of every failure: of those that are tried again, and of the one that stopped the worker.</param>
    public DueWorker(PostgresDatabase database, string name, IReadOnlyDictionary<string, IDueWork> works, TimeSpan lease, Func<Moment> clock, Action<WorkTrouble>? tell = null) =>
        (queue, sweep, this.name, this.works, this.lease, this.clock, this.tell) = (new(database, lease), new(database), name, works, lease, clock, tell);

    /// <summary>Fails once the worker has stopped: for a statement that the database rejects, or a mistake of the program.</summary>
    public Task Completion => loop;

    /// <summary>Begins to look once a second. What was claimed when the database went away is free again when its lease ends.</summary>
    public void Start() => loop = Task.Run(() => Rounds.Run(name, () => RunDue(stopping.Token), static () => Silence, tell, stopping.Token));

    /// <summary>Does all that is due now, and says how many pieces of work were finished; once an hour it takes away what was done long ago.</summary>
    public async Task<int> RunDue(CancellationToken cancellation)
    {
        var finished = 0;
        while (await queue.Claim([.. works.Keys], clock(), cancellation).ConfigureAwait(false) is { } item)
        {
            if (await Held(item, cancellation).ConfigureAwait(false) is not { } isAnswered) continue;
            await queue.GiveBack(item, isAnswered && clock() >= item.DueAt + Settling, cancellation).ConfigureAwait(false);
            if (isAnswered) finished++;
        }
        await SweepHourly(cancellation).ConfigureAwait(false);
        return finished;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    /// <summary>Does a piece of work for as long as its lease is kept; null where that was lost, and the work is another's.</summary>
    async Task<bool?> Held(DueItem item, CancellationToken cancellation)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var keeping = Keep(item, held, done.Token);
        try
        {
            return await works[item.Kind].Run(item, held.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Keep(DueItem item, CancellationTokenSource held, CancellationToken done)
    {
        try
        {
            do await Task.Delay(lease / 3, done).ConfigureAwait(false);
            while (await queue.Renew(item, done).ConfigureAwait(false));
        }
        catch (NpgsqlException)
        {
            // the database cannot be asked, so whether the lease holds is unknown: then it does not
        }
        await held.CancelAsync().ConfigureAwait(false);
    }

    async Task SweepHourly(CancellationToken cancellation)
    {
        if (clock() < nextSweep) return;
        nextSweep = clock() + BetweenSweeps;
        if (await sweep.Run(cancellation).ConfigureAwait(false) == DueSweep.Most) nextSweep = clock();
    }

    static Dictionary<string, IDueWork> WorksOf(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send) => new()
    {
        [DueRows.CampaignEnd] = new CampaignEndWork(database, send),
        [DueRows.SuppressedRefusals] = new SuppressedRefusalWork(database, send),
        [DueRows.ImageTerm] = new ImageTermWork(database, send),
        [DueRows.PlanEnd] = new PlanEndWork(database, send),
    };
}
