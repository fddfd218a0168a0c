using System.Net;
using System.Text;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Catalogue;

/// <summary>A whole list of a shop as a CSV file: all of it, or nothing and a code for each thing that is wrong with it (PLAN-04, PLAN-05).</summary>
public sealed class ImportTests(TestHost host) : IClassFixture<TestHost>
{
    const string Header = "product_id,status,stock,price,currency\n", Products = "/v1/products/import", Tools = "/v1/promotion-tools/import";
    static readonly string[] figures = ["rows", "new", "unchanged", "outdated"];
    readonly World world = new(host);

    [Fact, Rule("PLAN-04")]
    public async Task A_file_is_taken_and_the_same_again_records_nothing()
    {
        var seller = await world.Merchant(linked: false);
        const string file = Header + "p-1,OnSale,50,12.9,MYR\r\n\"p-2\",takendown,0,3,myr\n";
        var first = (await seller.Caller.PostCsv(Products, file, "monday")).ShouldBe(HttpStatusCode.OK);
        Figures(first).ShouldBe("rows 2, new 2, unchanged 0, outdated 0");
        (await seller.Caller.PostCsv(Products, file, "monday")).Body.ToString().ShouldBe(first.Body.ToString());
        Figures((await seller.Caller.PostCsv(Products, file)).ShouldBe(HttpStatusCode.OK)).ShouldBe("rows 2, new 0, unchanged 2, outdated 0");
        (await seller.Caller.Get("/v1/products/p-1")).ShouldBe(HttpStatusCode.OK)["versions"].GetArrayLength().ShouldBe(1);
        (await seller.Caller.Get("/v1/products/p-2"))["status"].GetString().ShouldBe("TakenDown");
        Figures(await seller.Caller.PostCsv(Products, Header + "p-1,OnSale,49,12.90,MYR\np-2,TakenDown,0,3.00,MYR\np-3,OnSale,1,1,MYR\n")).ShouldBe("rows 3, new 2, unchanged 1, outdated 0");
        (await seller.Caller.PostCsv(Products, Header + "p-1,OnSale,1,1,MYR\n", "monday")).ShouldBeProblem(422, "idempotency.key-reused");
        (await seller.Caller.Get("/v1/products/p-1"))["stock"].GetInt32().ShouldBe(49);
        var history = (await seller.Caller.Get($"/v1/catalogues/{first.Id}/history")).ShouldBe(HttpStatusCode.OK);
        history["events"].GetArrayLength().ShouldBe(3);
        history["events"][0].GetProperty("sentence").GetString()!.ShouldContain("took a file of 2 products into the catalogue");
    }

    [Fact, Rule("PLAN-04")]
    public async Task A_file_is_taken_into_the_catalogue_that_the_sender_knows_or_not_at_all()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await seller.PostCsv(Products, Header + "p-1,OnSale,50,12.90,MYR\n", ifMatch: 1)).ShouldBeProblem(412, "precondition.stale");
        (await seller.Get("/v1/products"))["items"].GetArrayLength().ShouldBe(0);
        (await seller.PostCsv(Products, Header + "p-1,OnSale,50,12.90,MYR\n", "first", ifMatch: 0)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(1);
        (await seller.PostCsv(Products, Header + "p-1,OnSale,50,12.90,MYR\n", "first", ifMatch: 0)).ShouldBe(HttpStatusCode.OK);
        (await seller.PostCsv(Products, Header + "p-1,OnSale,49,12.90,MYR\n", ifMatch: 0)).ShouldBeProblem(412, "precondition.stale");
        (await seller.PostCsv(Products, Header + "p-1,OnSale,49,12.90,MYR\n", ifMatch: 1)).ShouldBe(HttpStatusCode.OK)["version"].GetInt32().ShouldBe(2);
    }

    [Fact, Rule("PLAN-05")]
    public async Task Promotion_tools_are_taken_in_the_same_way()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        Figures((await seller.PostCsv(Tools, "tool_id,kind,status,products\nt-1,FlashSale,Active,p-1 p-2\nt-2,Voucher,Upcoming,\n")).ShouldBe(HttpStatusCode.OK)).ShouldBe("rows 2, new 2, unchanged 0, outdated 0");
        (await seller.Get("/v1/promotion-tools"))["items"].EnumerateArray().Select(tool => tool.GetProperty("products").GetArrayLength()).ShouldBe([2, 0]);
        (await seller.PostCsv(Tools, "tool_id,kind,status,products\nt-3,Raffle,Active,p 1;p-é\n")).ShouldBeProblem(422, "catalogue-file.value");
    }

    [Fact, Rule("PLAN-04")]
    public async Task Every_broken_row_is_named_with_its_line_and_nothing_is_taken()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        var before = await host.Recorded();
        var refused = (await seller.PostCsv(Products, Header + string.Join('\n',
        [
            "p-1,OnSale,50,12.90,MYR",
            "\"p-\n2\",OnSale,-5,12.90,MYR",
            "",
            "=cmd|' /C calc'!A0,OnSale,5,free,MYR",
            "p-3,Sold,many,12.90,RM",
            "p-1,OnSale,1,1,MYR",
            "p-4,OnSale,1,1",
            "p-5,On\"Sale\",1,1,MYR",
            "",
        ]))).ShouldBeProblem(422, "observation.stock");
        Errors(refused).ShouldBe(
        [
            "3 observation.stock stock", "3 plan.products.id product_id", "6 catalogue-file.formula product_id", "6 observation.price price", "6 plan.products.id product_id",
            "7 catalogue-file.value status", "7 observation.price price", "7 observation.stock stock", "8 catalogue-file.repeated product_id", "9 catalogue-file.cells ", "10 catalogue-file.quotation ",
        ]);
        (await host.Recorded()).ShouldBe(before);
    }

    public static TheoryData<string, byte[]> BrokenFiles => new()
    {
        { "catalogue-file.empty", [] },
        { "catalogue-file.empty", Bytes(" \n") },
        { "catalogue-file.empty", Bytes(Header) },
        { "catalogue-file.cut-off", Bytes(Header + "p-1,OnSale,50,12.9") },
        { "catalogue-file.cut-off", Bytes(Header + "p-1,\"OnSale,50,12.90,MYR\n") },
        { "catalogue-file.encoding", [.. Bytes(Header), 0xE9, (byte)'\n'] },
        { "catalogue-file.encoding", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header + "p-1,OnSale,50,12.90,MYR\n")] },
        { "catalogue-file.encoding", Encoding.BigEndianUnicode.GetBytes(Header + "p-1,OnSale,50,12.90,MYR\n") },
        { "catalogue-file.column-unknown", Bytes("product_id,status,stock,price,currency,colour\np-1,OnSale,50,12.90,MYR,red\n") },
        { "catalogue-file.column-unknown", Bytes("product_id;status;stock;price;currency\np-1;OnSale;50;12.90;MYR\n") },
        { "catalogue-file.column-missing", Bytes("product_id,status,stock,price\np-1,OnSale,50,12.90\n") },
        { "catalogue-file.column-repeated", Bytes("product_id,status,stock,stock,price,currency\np-1,OnSale,50,50,12.90,MYR\n") },
        { "catalogue-file.too-many-rows", Bytes(Header + string.Concat(Enumerable.Range(0, 10_001).Select(number => $"p-{number},OnSale,50,12.90,MYR\n"))) },
        { "observation.from-the-future", Bytes("product_id,status,stock,price,currency,seen_at\np-1,OnSale,50,12.90,MYR,2199-01-01T00:00:00Z\n") },
        { "catalogue-file.value", Bytes("product_id,status,stock,price,currency,seen_at\np-1,OnSale,50,12.90,MYR,yesterday\n") },
    };

    [Theory, MemberData(nameof(BrokenFiles)), Rule("PLAN-04")]
    public async Task A_file_that_is_none_has_a_code_of_its_own_and_leaves_nothing(string code, byte[] file)
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        var before = await host.Recorded();
        (await seller.PostCsv(Products, file)).ShouldBeProblem(422, code)["rule"].GetString().ShouldBe("PLAN-04");
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("PLAN-04")]
    public async Task The_limits_are_ten_thousand_rows_and_four_mebibytes()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await seller.PostCsv(Products, new byte[(4 * 1024 * 1024) + 1])).ShouldBeProblem(413, "catalogue-file.too-large");
        (await seller.PostCsv(Products, Header, mediaType: "application/json")).ShouldBeProblem(415, "request.not-csv");
        (await seller.PostCsv(Products, Header, key: "")).ShouldBeProblem(400, "idempotency.key-missing");
        var full = Header + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"p-{number},OnSale,50,12.90,MYR\n"));
        Figures((await seller.PostCsv($"{Products}?dryRun=true", full, key: "")).ShouldBe(HttpStatusCode.OK)).ShouldBe("rows 10000, new 10000, unchanged 0, outdated 0");
        (await seller.Get("/v1/products"))["items"].GetArrayLength().ShouldBe(0);
        Figures((await seller.PostCsv(Products, full)).ShouldBe(HttpStatusCode.OK)).ShouldBe("rows 10000, new 10000, unchanged 0, outdated 0");
    }

    [Fact, Rule("PLAN-04")]
    public async Task Rows_that_are_older_than_what_is_known_change_nothing_and_are_named()
    {
        var seller = (await world.Merchant(linked: false)).Caller;
        (await seller.PostCsv(Products, Header + "p-1,OnSale,50,12.90,MYR\n")).ShouldBe(HttpStatusCode.OK);
        var file = $"\ufeffproduct_id,status,stock,price,currency,seen_at\np-1,OnSale,9,12.90,MYR,{World.Time(-1)}\np-2,OnSale,9,12.90,MYR,{World.Time(-1)}\np-3,OnSale,9,12.90,MYR,\n";
        var taken = (await seller.PostCsv(Products, file)).ShouldBe(HttpStatusCode.OK);
        Figures(taken).ShouldBe("rows 3, new 2, unchanged 0, outdated 1");
        var warning = taken["warnings"].EnumerateArray().ShouldHaveSingleItem();
        (warning.GetProperty("code").GetString(), warning.GetProperty("details").GetProperty("lines").GetString()).ShouldBe(("catalogue-file.outdated", "2"));
        (await seller.Get("/v1/products/p-1"))["stock"].GetInt32().ShouldBe(50);
    }

    [Fact, Rule("PLAN-04"), Rule("ROLE-01")]
    public async Task Nobody_takes_a_file_into_another_shop()
    {
        var (one, other) = (await world.Merchant(linked: false), await world.Merchant(linked: false));
        const string file = Header + "p-1,OnSale,50,12.90,MYR\n";
        var before = await host.Recorded();
        (await other.Caller.PostCsv($"{Products}?merchant={one.Party}", file)).ShouldBeProblem(404, "not-found");
        (await world.Reviewer.PostCsv($"{Products}?merchant={one.Party}", file)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Auditor.PostCsv($"{Products}?merchant={one.Party}", file)).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.PostCsv(Products, file)).ShouldBeProblem(400, "request.malformed");
        (await world.Admin.PostCsv($"{Products}?merchant={Kernel.TypeId.Format("mer", Guid.CreateVersion7())}", file)).ShouldBeProblem(404, "not-found");
        (await world.Nobody.PostCsv(Products, file)).ShouldBeProblem(401, "sign-in.required");
        (await host.Recorded()).ShouldBe(before);
        Figures((await world.Admin.PostCsv($"{Products}?merchant={one.Party}", file)).ShouldBe(HttpStatusCode.OK)).ShouldBe("rows 1, new 1, unchanged 0, outdated 0");
        (await one.Caller.Get("/v1/products/p-1")).ShouldBe(HttpStatusCode.OK);
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static string Figures(Answer answer) =>
        string.Join(", ", figures.Select(name => $"{name} {answer["details"].GetProperty(name).GetString()}"));

    static IEnumerable<string> Errors(Answer refused) => refused["errors"].EnumerateArray()
        .Select(error => (Line: int.Parse(error.GetProperty("details").GetProperty("line").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            Text: $"{error.GetProperty("code")} {(error.TryGetProperty("field", out var field) ? field : "")}"))
        .OrderBy(error => error.Line).ThenBy(error => error.Text, StringComparer.Ordinal).Select(error => $"{error.Line} {error.Text}");
}
