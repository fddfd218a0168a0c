using LiveCommerce;
using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

var (connectionString, options) = (args[0], new PostgresOptions());
await using var owner = NpgsqlDataSource.Create(connectionString);
await Schema.Migrate(owner, options);
await using (var table = owner.CreateCommand($"""
    create table if not exists {options.Schema}.studios (generation integer, id uuid, version bigint, seats integer, booked integer, primary key (generation, id));
    grant select, insert, update, delete on {options.Schema}.studios to {options.WriterRole};
    """)) await table.ExecuteNonQueryAsync();

var model = LiveCommerceModel.Default.With(Studio.Facts, [Studio.Kind], Studio.Route);
await using var database = PostgresDatabase.Open(connectionString, options with { Role = options.WriterRole });
await using var store = new PostgresEventStore(database, model, new InlineTable<StudioRow>(Studio.Rows, "studios").Column("seats", row => row.Seats).Column("booked", row => row.Booked));
await using var pipeline = new CommandPipeline(model, store, () => Moment.From(SystemClock.Instance.GetCurrentInstant()));

var studio = Guid.CreateVersion7();
foreach (var command in new ICommand[] { new OpenStudio(studio, Seats: 1), new BookSeat(studio), new BookSeat(studio) })
    await pipeline.Send(new(command, new("usr_me", ActorRole.OpsAdmin), Guid.CreateVersion7().ToString()));
foreach (var recorded in await store.ReadAll(new(), CancellationToken.None)) Console.WriteLine(AuditSentence.Of(recorded, own: Studio.Say));
Console.WriteLine(await store.Replay(Studio.Kind.At(studio)));

sealed record StudioOpened(int Seats) : IEvent;
sealed record SeatBooked : IEvent;

abstract record StudioCommand(Guid Studio) : ICommand
{
    public StreamRef Target => global::Studio.Kind.At(Studio);
}

sealed record OpenStudio(Guid Studio, int Seats) : StudioCommand(Studio);
sealed record BookSeat(Guid Studio) : StudioCommand(Studio);
sealed record StudioRow(int Seats, int Booked);

/// <summary>A studio in which LIVEs are filmed: a state, what changes it, and what may be asked of it.</summary>
sealed record Studio(int Seats, int Booked)
{
    static readonly RefusalKind Full = new("studio.full", "STU-01", "The studio has no seat left.", "Book a seat in another studio.");

    public static EventCatalog Facts { get; } = new(EventType.Of<StudioOpened>("studio_opened", "STU-01"), EventType.Of<SeatBooked>("seat_booked", "STU-01"));

    public static InlineView<StudioRow> Rows { get; } = new("studios", (row, fact) => fact.Body switch
    {
        StudioOpened opened => new(opened.Seats, 0),
        SeatBooked when row is not null => row with { Booked = row.Booked + 1 },
        _ => row,
    });

    public static StreamKind<Studio> Kind { get; } = new("studio", new(0, 0), Evolve, Rows);

    public static CommandRoute Route { get; } = CommandRoute.To<StudioCommand>(
        "studio/1", CommandRoles.None.Let<OpenStudio>(ActorRole.OpsAdmin).Let<BookSeat>(ActorRole.OpsAdmin, ActorRole.Merchant), Decide);

    public static string? Say(IEvent fact) => fact switch
    {
        StudioOpened opened => $"opened a studio with {opened.Seats} seats",
        SeatBooked => "booked a seat",
        _ => null,
    };

    static Studio Evolve(Studio studio, IEvent fact) => fact switch
    {
        StudioOpened opened => new(opened.Seats, 0),
        SeatBooked => studio with { Booked = studio.Booked + 1 },
        _ => throw new InvalidOperationException($"{fact.GetType().Name} is no fact of a studio."),
    };

    static Decision? Decide(IReads reads, StudioCommand command, DecisionContext context) => reads.Of(Kind.At(command.Studio)) is not { } studio ? null : command switch
    {
        OpenStudio open => studio.Seats == open.Seats ? Decision.AlreadySo : Decision.Record(Kind.At(open.Studio), new StudioOpened(open.Seats)),
        BookSeat when studio.Booked < studio.Seats => Decision.Record(Kind.At(command.Studio), new SeatBooked()),
        BookSeat => Decision.Refuse(Kind.At(command.Studio), [Full.Of(null, ("seats", $"{studio.Seats}"))]),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not answered here."),
    };
}
