using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Startup;
using Npgsql;

namespace LiveCommerce.Tests.Catalogue;

/// <summary><c>catalogue import</c> and <c>market load</c> as somebody types them.</summary>
public sealed class CatalogueCommandTests(TestCluster cluster) : IAsyncDisposable
{
    static readonly string shop = SeasonParties.KopiSenja.Id.ToString();
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("PLAN-04"), Rule("PLAN-05"), Rule("BEY-13")]
    public async Task Files_are_taken_whole_or_not_at_all()
    {
        var database = await cluster.CreateDatabase();
        var good = await Written("good.csv", "product_id,status,stock,price,currency\nbeans-1,OnSale,50,45000,IDR\nbeans-2,TakenDown,0,38000,IDR\n");
        (await Run(database, "catalogue", "import", good, "--merchant", shop)).ShouldBe((3, "", $"There is no {shop}."));
        (await Run(database, "season", "--merchants", "7")).Code.ShouldBe(0);
        var before = await Facts(database);

        var bad = await Written("bad.csv", "product_id,status,stock,price,currency\nbeans-1,OnSale,-1,45000,IDR\n=1+1,OnSale,1,45000,IDR\n");
        var (code, output, errors) = await Run(database, "catalogue", "import", bad, "--merchant", shop);
        (code, output).ShouldBe((5, ""));
        errors.ShouldContain("line 2, stock: observation.stock: Stock is 0 or more.");
        errors.ShouldContain("line 3, product_id: catalogue-file.formula:");
        errors.ShouldContain($"Nothing was taken of {bad}.");
        (await Facts(database)).ShouldBe(before);

        (await Run(database, "catalogue", "import", good, "--merchant", shop)).ShouldBe((0, "rows 2, new 2, unchanged 0, outdated 0", ""));
        await using var program = HostProcess.Start(data.Path, ["catalogue", "import", good, "--merchant", shop], ("ConnectionStrings__LiveCommerce", database));
        (await program.Exit()).ShouldBe((0, "rows 2, new 0, unchanged 2, outdated 0\n"), program.Errors);
        (await Run(database, "catalogue", "import", await Written("tools.csv", "tool_id,kind,status,products\nflash-1,FlashSale,Active,beans-1 beans-2\n"), "--merchant", shop, "--tools")).Output.ShouldBe("rows 1, new 1, unchanged 0, outdated 0");
        (await Facts(database)).ShouldBe(before + 8); // that nobody had shown the two products before is a fact of each

        (await Run(database, "catalogue", "import", "no-such-file.csv", "--merchant", shop)).Code.ShouldBe(2);
        (await Run(database, "catalogue", "import", good, "--merchant", "kopi")).Code.ShouldBe(1);
    }

    [Fact, Rule("BEY-13"), Rule("PLAN-08"), Rule("PLAN-09")]
    public async Task Reference_data_is_loaded_or_said_to_be_none()
    {
        var database = await cluster.CreateDatabase();
        var good = await Written("market.json", """{"rushHours":[{"from":"17:00","to":"19:00"}],"competitors":[{"key":"rival","start":"2026-11-28T12:00:00Z","end":"2026-11-28T14:00:00Z"}]}""");
        (await Run(database, "market", "load", good)).ShouldBe((0, "loaded: 1 rush hours, 1 LIVEs of competitors", ""));
        (await Run(database, "market", "load", good)).Output.ShouldStartWith("nothing new");
        var before = await Facts(database);
        foreach (var (text, said) in new[]
        {
            ("""{"rushHours":[{"from":"19:00","to":"17:00"}],"competitors":[]}""", "rushHours[0]: market.rush-hours: Rush hours are no stretch of a day."),
            ("""{"rushHours":[{"from":"5pm","to":"17:00"}],"competitors":[]}""", "is no reference data, at rushHours.from."),
            ("""{"rushHours":[],"rivals":[]}""", "is no reference data, at $"), ("""{"rushHours":[],"compet""", "is no reference data, at $"), ("null", "holds nothing."),
        })
        {
            var (code, _, errors) = await Run(database, "market", "load", await Written("bad.json", text));
            code.ShouldBe(5, text);
            errors.ShouldContain(said);
        }
        (await Facts(database)).ShouldBe(before + 1); // the refusal that a rule brought about
        (await Run(database, "market", "load", "no-such-file.json")).Code.ShouldBe(2);
    }

    static async Task<long> Facts(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select count(*) from livecommerce.mt_events");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    async Task<string> Written(string name, string text)
    {
        Directory.CreateDirectory(data.Path);
        var path = Path.Combine(data.Path, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    static async Task<(int Code, string Output, string Errors)> Run(string database, params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(database, arguments);
        return (code, output.Trim(), errors);
    }
}
