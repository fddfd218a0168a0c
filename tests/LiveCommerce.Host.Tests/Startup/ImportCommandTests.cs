using LiveCommerce.Host.CommandLine;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Startup;

/// <summary><c>import</c> as somebody types it.</summary>
public sealed class ImportCommandTests(TestCluster cluster) : IAsyncDisposable
{
    static readonly Actor admin = new("adm", ActorRole.OpsAdmin);
    readonly DataFolder data = new();
    readonly string file = Path.Combine(Path.GetTempPath(), $"import-{Guid.NewGuid():N}.json");

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return data.DisposeAsync();
    }

    [Fact, Rule("BEY-24")]
    public async Task A_document_is_imported_once_and_a_wrong_one_says_where_it_is_wrong()
    {
        var database = await cluster.CreateDatabase();
        await using (var program = HostProcess.Start(data.Path, ["migrate"], ("ConnectionStrings__LiveCommerce", database))) (await program.Exit()).Code.ShouldBe(0, program.Errors);
        var shop = await Shop(database);
        var start = Documents.Seconds(-5);
        (await Imported(database, Documents.List(Documents.Live("7301", start, start + 3600)), shop)).ShouldSatisfyAllConditions(done => done.Code.ShouldBe(0), done => done.Said.ShouldContain("\"recorded\": true"));
        (await Imported(database, Documents.List(Documents.Live("7301", start, start + 3600)), shop)).Said.ShouldContain("\"recorded\": false");
        var session = LiveCommerce.Host.Import.DocumentCommands.IdOf(shop, "7301").ToString();
        var minutes = Documents.Minutes(start, start + 3600, Documents.Intervals(start, 60));
        (await Imported(database, minutes, shop, "--session", session, "--dry-run")).Said.ShouldContain("\"wouldRecord\": true");
        (await Imported(database, minutes, shop, "--session", session)).Said.ShouldContain("\"recorded\": 60");
        (await Imported(database, minutes, shop, "--session", session)).Said.ShouldContain("\"unchanged\": 60");
        (await Imported(database, minutes[..(minutes.Length / 2)], shop, "--session", session)).ShouldSatisfyAllConditions(done => done.Code.ShouldBe(1), done => done.Said.ShouldContain("request.malformed: "));
        (await Imported(database, Documents.Products(), shop, "--session", session)).ShouldSatisfyAllConditions(done => done.Code.ShouldBe(1), done => done.Said.ShouldContain("figures.products.out-of-range (products)"));
        (await Imported(database, minutes, shop, "--session", new LiveSessionId(Guid.CreateVersion7()).ToString())).Code.ShouldBe(3);
        (await Imported(database, minutes, shop, "--session", "nonsense")).Code.ShouldBe(1);
        (await Run(database, "import", "/nowhere.json", "--merchant", shop.ToString())).Code.ShouldBe(3);
    }

    static async Task<MerchantId> Shop(string database)
    {
        await using var log = PostgresDatabase.Open(database);
        await using var store = new PostgresEventStore(log, LiveCommerceEvents.Catalog);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, () => Moment.From(NodaTime.SystemClock.Instance.GetCurrentInstant()));
        var (shop, account, key) = (new MerchantId(Guid.CreateVersion7()), new AccountId(Guid.CreateVersion7()), 0);
        PersonalText Text(string value) => PersonalText.Seal(shop.Value, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), value);
        foreach (var command in new ICommand[]
        {
            new OnboardMerchant(shop, Text("Batik Laras"), ZoneId.Parse("Asia/Jakarta")), new AddTikTokAccount(account, AccountType.Official, Text("@batik"), Text("7001"), null, null, null), new LinkOfficialAccount(shop, account),
        }) (await pipeline.Send(new(command, admin, $"key-{key++}"))).Receipt.ShouldNotBeNull().Refusals.ShouldBeEmpty();
        return shop;
    }

    async Task<(int Code, string Said)> Imported(string database, string document, MerchantId shop, params string[] options)
    {
        await File.WriteAllTextAsync(file, document, TestContext.Current.CancellationToken);
        return await Run(database, ["import", file, "--merchant", shop.ToString(), .. options]);
    }

    static async Task<(int Code, string Said)> Run(string database, params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(database, arguments);
        return (code, $"{output}{errors}");
    }
}
