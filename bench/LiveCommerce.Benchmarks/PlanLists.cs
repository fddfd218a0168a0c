using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Benchmarks;

/// <summary>The lists of a merchant's LIVE plans, read page by page: of one with 10,000 plans beside one with 100, at the beginning and deep within.</summary>
static class PlanLists
{
    const int Many = 10_000;
    const int Few = 100;
    const int PageLength = 50;

    static readonly Moment Created = Moment.From(Instant.FromUtc(2026, 1, 1, 0, 0));
    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin), Clock = new("system", ActorRole.System);

    /// <summary>Half of the plans lie behind by then; of those every other one is recorded as missed.</summary>
    static readonly Moment Looking = Created + Duration.FromDays(1) + Duration.FromHours(Many / 2);

    internal static async Task<IReadOnlyList<Figure>> Measure(Server server)
    {
        await using var database = PostgresDatabase.Open(await server.Database());
        var (few, many) = (await Fill(database, Few), await Fill(database, Many));
        var queries = new PlanQueries(database);
        var figures = new List<Figure>();
        foreach (var list in Enum.GetValues<PlanList>())
        {
            figures.Add(await Read(queries, few, list, 0, Few));
            foreach (var depth in (int[])[0, Many / 4, (Many / 2) - PageLength]) figures.Add(await Read(queries, many, list, depth, Many));
        }
        figures.Add(await Load.Run(string.Create(CultureInfo.InvariantCulture, $"Lengths of both lists of a merchant's {Many:N0} plans"), 1, _ => queries.Count(many, Looking)));
        return figures;
    }

    static async Task<Figure> Read(PlanQueries queries, MerchantId merchant, PlanList list, int depth, int plans)
    {
        PagePlace? place = null;
        for (var passed = 0; passed < depth; passed += PageLength) place = (await queries.Of(merchant, list, Looking, place, PageLength)).Next;
        var name = string.Create(CultureInfo.InvariantCulture, $"{list} plans, {PageLength} of a merchant's {plans:N0}, after {depth:N0}");
        var page = await queries.Of(merchant, list, Looking, place, PageLength);
        return await Load.Run(name, 1, _ => queries.Of(merchant, list, Looking, place, PageLength), () => string.Create(CultureInfo.InvariantCulture, $"{page.Items.Count} plans a page"));
    }

    /// <summary>A merchant with so many plans, an hour apart around the moment of looking, by the public command path.</summary>
    static async Task<MerchantId> Fill(PostgresDatabase database, int plans)
    {
        var (merchant, now) = (new MerchantId(Guid.CreateVersion7()), Created);
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, () => now);
        await Send(pipeline, Admin, [new OnboardMerchant(merchant, Text(merchant, "shop"), ZoneId.Parse("Etc/UTC"))]);
        var starts = Enumerable.Range(0, plans).Select(number => Looking + Duration.FromHours(number - (plans / 2))).ToList();
        var created = starts.ConvertAll(start => (Start: start, Command: Plan(merchant, start)));
        foreach (var chunk in created.Chunk(1_000)) await Send(pipeline, Admin, chunk.Select(plan => plan.Command));
        now = Looking;
        await Send(pipeline, Clock, created.Where((plan, index) => index % 2 == 0 && plan.Start + Duration.FromHours(1) <= Looking).Select(plan => new CompleteLivePlan(plan.Command.Plan)));
        return merchant;
    }

    static CreateLivePlan Plan(MerchantId merchant, Moment start)
    {
        var local = start.Instant.InUtc().LocalDateTime;
        return new(
            new(Guid.CreateVersion7()), merchant, Text(merchant, "Benchmark night"), Text(merchant, "A LIVE to measure with."),
            new(local.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture), 60), ["P1", "P2", "P3"], ["T1"]);
    }

    static PersonalText Text(MerchantId merchant, string value) => PersonalText.Seal(merchant.Value, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), value);

    static async Task Send(CommandPipeline pipeline, Actor actor, IEnumerable<ICommand> commands)
    {
        var answers = await Task.WhenAll(commands.Select(command => pipeline.Send(new(command, actor, Guid.NewGuid().ToString()))));
        foreach (var answer in answers)
            if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true })
                throw new InvalidOperationException($"The scene was refused: {answer.Status} {answer.Receipt?.Refusals}");
    }
}
