using System.Net;
using System.Text;
using LiveCommerce.Tests.Http;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Catalogue;

/// <summary>A host that is killed while it takes a file: what it leaves is right in itself, is claimed by nobody, and is completed by the same file.</summary>
public sealed class KilledImportTests(SeasonFolder season) : IAsyncDisposable
{
    const int Rows = 6_000;
    const string Key = "the-monday-file";
    static readonly string file = Enumerable.Range(0, Rows).Aggregate(new StringBuilder("product_id,status,stock,price,currency\n"), (text, row) => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"KILLED-{row:D5},OnSale,{row},12.90,MYR\n")).ToString();

    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("PLAN-04")]
    public async Task A_file_in_the_middle_of_which_the_host_is_killed_is_taken_whole_by_the_next_and_nothing_twice()
    {
        await season.CopyTo(data);
        await using (var killed = await HostProcess.Serving(data.Path, ("LiveCommerce__Media__Season", "false")))
        {
            using var http = new HttpClient { BaseAddress = new(killed.Url) };
            var taking = Seller(http).PostCsv("/v1/products/import", file, Key);
            while ((await Seller(http).Get("/v1/products/KILLED-00000")).Status != HttpStatusCode.OK) taking.IsCompleted.ShouldBeFalse();
            await killed.Stop("KILL");
            await Should.ThrowAsync<HttpRequestException>(() => taking);
        }

        await using var next = await HostProcess.Serving(data.Path, ("LiveCommerce__Media__Season", "false"));
        using var after = new HttpClient { BaseAddress = new(next.Url) };
        var (seller, left) = (Seller(after), await Taken(Seller(after)));
        left.Count.ShouldBeInRange(1, Rows - 1);
        left.Where(product => product.Id != $"KILLED-{product.Stock:D5}").ShouldBeEmpty();
        (await Imports(seller)).ShouldBe(0);

        var answer = (await seller.PostCsv("/v1/products/import", file, Key)).ShouldBe(HttpStatusCode.OK);
        (await seller.PostCsv("/v1/products/import", file, Key)).Body.ToString().ShouldBe(answer.Body.ToString());
        (await Imports(seller)).ShouldBe(1);
        (await Taken(seller)).Count.ShouldBe(Rows);
        foreach (var id in new[] { "KILLED-00000", left[^1].Id, $"KILLED-{Rows - 1:D5}" }) (await seller.Get($"/v1/products/{id}"))["versions"].GetArrayLength().ShouldBe(1, id);
    }

    Caller Seller(HttpClient http) => new(http, File.ReadAllText(Path.Combine(data.Development, "second-merchant.token")).Trim());

    static async Task<List<(string Id, int Stock)>> Taken(Caller seller)
    {
        var taken = new List<(string, int)>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await seller.Get($"/v1/products?limit=100{(cursor == "" ? "" : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            taken.AddRange(page["items"].EnumerateArray().Select(item => (item.GetProperty("productId").GetString()!, item.GetProperty("stock").GetInt32())).Where(item => item.Item1.StartsWith("KILLED-", StringComparison.Ordinal)));
            cursor = page["next"].GetString();
        }
        return taken;
    }

    /// <summary>How many files under this key are said to have been taken.</summary>
    static async Task<int> Imports(Caller seller)
    {
        var catalogue = LiveCommerce.LivePlans.ShopCatalogue.IdOf(LiveCommerce.Host.Season.SeasonParties.KopiSenja.Id);
        var history = await seller.Get($"/v1/catalogues/{catalogue}/history");
        return history.Status == HttpStatusCode.NotFound ? 0 : history["events"].EnumerateArray().Count(fact => fact.GetProperty("sentence").GetString()!.Contains($"a file of {Rows:N0} products", StringComparison.Ordinal) || fact.GetProperty("sentence").GetString()!.Contains($"a file of {Rows} products", StringComparison.Ordinal));
    }
}
