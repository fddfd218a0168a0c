using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Background;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Does what falls due: looks once a second, on every host; the lease gives each piece to one of them.</summary>
public sealed class DueWorker : IAsyncDisposable
{
    const string Name = "due_work";

    /// <summary>A command that was decided just before an instant may become durable after it, by as long as an append may wait and be sent again: until then the work is repeated.</summary>
    static readonly Duration Settling = Duration.FromMinutes(2);

    static readonly Duration BetweenSweeps = Duration.FromHours(1);

    static readonly Task Silence = new TaskCompletionSource().Task;
    readonly CancellationTokenSource stopping = new();
    readonly DueQueue queue;
    readonly DueSweep sweep;
    readonly Dictionary<string, IDueWork> works;
    readonly Func<Moment> clock;
    readonly Action<WorkTrouble>? tell;
    Moment nextSweep;
    Task loop = Task.CompletedTask;

    /// <summary>A worker that was not started yet.</summary>
    /// <param name="database">Where the due work stands.</param>
    /// <param name="send">Brings a command into the pipeline.</param>
    /// <param name="clock">The host's clock: what is due, is due by it.</param>
    /// <param name="tell">Hears of every failure: of those that are tried again, and of the one that stopped the worker.</param>
    public DueWorker(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send, Func<Moment> clock, Action<WorkTrouble>? tell = null) =>
        (queue, sweep, works, this.clock, this.tell) = (new(database), new(database), WorksOf(database, send), clock, tell);

    /// <summary>Fails once the worker has stopped: for a statement that the database rejects, or a mistake of the program.</summary>
    public Task Completion => loop;

    /// <summary>Begins to look once a second. What was claimed when the database went away is free again when its lease ends.</summary>
    public void Start() => loop = Task.Run(() => Rounds.Run(Name, () => RunDue(stopping.Token), static () => Silence, tell, stopping.Token));

    /// <summary>Does all that is due now, and says how many pieces of work were finished; once an hour it takes away what was done long ago.</summary>
    public async Task<int> RunDue(CancellationToken cancellation)
    {
        var finished = 0;
        while (await queue.Claim(works.Keys, clock(), cancellation).ConfigureAwait(false) is { } item)
        {
            var isAnswered = await works[item.Kind].Run(item, cancellation).ConfigureAwait(false);
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
