using System.Net;
using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>What people wrote: composed, kept beside the facts, and gone when it is erased.</summary>
public sealed class PersonalTextTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    public async Task Erased_text_reads_as_null_and_says_so()
    {
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, await world.Campaign());
        (await seller.Caller.Get($"/v1/registrations/{registration}")).Body.TryGetProperty("notesErased", out _).ShouldBeFalse();
        await using var erase = host.Database.CreateCommand("update lc_personal set value = null, salt = null where value = 'Two hosts'");
        (await erase.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        var record = await seller.Caller.Get($"/v1/registrations/{registration}");
        record["notes"].ValueKind.ShouldBe(JsonValueKind.Null);
        record["notesErased"].GetBoolean().ShouldBeTrue();
        var history = await seller.Caller.Get($"/v1/registrations/{registration}/history");
        history["isUnbroken"].GetBoolean().ShouldBeTrue();
        history["events"][0].GetProperty("body").GetProperty("form").GetProperty("notesErased").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("Vie\u0302\u0323t Nam, Vie\u0323\u0302t Nam", "Vi\u1ec7t Nam, Vi\u1ec7t Nam")]
    [InlineData("\u1112\u1161\u11ab\u1100\u116e\u11a8", "\ud55c\uad6d")]
    [InlineData("A\u030a \u212b", "\u00c5 \u00c5")]
    [InlineData("\ufb01 \u2460", "\ufb01 \u2460")]
    public async Task Text_is_composed_however_it_was_typed_and_no_further(string typed, string composed)
    {
        var merchant = (await world.Admin.Post("/v1/merchants", new { shopName = typed, timeZone = "Asia/Ho_Chi_Minh" })).ShouldBe(HttpStatusCode.Created).Id;
        (await world.Admin.Get($"/v1/merchants/{merchant}"))["shopName"].GetString().ShouldBe(composed);
    }

    [Fact]
    public async Task A_limit_counts_what_is_composed()
    {
        var typed = string.Concat(Enumerable.Repeat("e\u0323\u0302", 200));
        (await world.Admin.Post("/v1/merchants", new { shopName = typed, timeZone = "Asia/Ho_Chi_Minh" })).ShouldBe(HttpStatusCode.Created);
        foreach (var tooLong in new[] { typed + "e", new string('\u0323', 801) })
            (await world.Admin.Post("/v1/merchants", new { shopName = tooLong, timeZone = "Asia/Ho_Chi_Minh" })).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("shopName");
    }

    [Fact]
    public async Task Text_that_was_altered_is_withheld_from_the_history_which_says_so()
    {
        var seller = await world.Merchant();
        var registration = (await seller.Caller.Post($"/v1/campaigns/{await world.Campaign()}/registrations", World.Form(notes: "Three hosts"))).ShouldBe(HttpStatusCode.Created).Id;
        await using var alter = host.Database.CreateCommand("update lc_personal set value = 'No hosts' where value = 'Three hosts'");
        (await alter.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        var history = await seller.Caller.Get($"/v1/registrations/{registration}/history");
        var form = history["events"][0].GetProperty("body").GetProperty("form");
        (form.GetProperty("notes").ValueKind, form.GetProperty("notesAltered").GetBoolean(), form.TryGetProperty("notesErased", out _)).ShouldBe((JsonValueKind.Null, true, false));
        (history["events"][0].GetProperty("isIntact").GetBoolean(), history["isUnbroken"].GetBoolean()).ShouldBe((false, false));
    }

    [Fact]
    public async Task A_repeated_request_gets_its_first_answer_though_its_text_was_erased_since()
    {
        var seller = await world.Merchant();
        var path = $"/v1/registrations/{await World.Registration(seller, await world.Campaign())}/reject";
        var body = new { reason = "The banner shows another shop." };
        string[] keys = [Guid.NewGuid().ToString(), Guid.NewGuid().ToString()];
        var first = (await world.Reviewer.Post(path, body, keys[0])).ShouldBe(HttpStatusCode.OK);
        var alreadySo = (await world.Reviewer.Post(path, body, keys[1])).ShouldBe(HttpStatusCode.OK);
        (first["recorded"].GetBoolean(), alreadySo["recorded"].GetBoolean()).ShouldBe((true, false));
        await using var erase = host.Database.CreateCommand("update lc_personal set value = null, salt = null where value like 'The banner%'");
        (await erase.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        (await world.Reviewer.Post(path, body, keys[0])).ShouldBe(HttpStatusCode.OK).Body.ToString().ShouldBe(first.Body.ToString());
        (await world.Reviewer.Post(path, body, keys[1])).ShouldBe(HttpStatusCode.OK).Body.ToString().ShouldBe(alreadySo.Body.ToString());
        (await world.Reviewer.Post(path, new { reason = "Another." }, keys[1])).ShouldBeProblem(422, "idempotency.key-reused");
    }

    [Fact]
    public async Task Text_is_composed_and_kept_beside_the_facts()
    {
        var seller = await world.Merchant();
        var campaign = await world.Campaign();
        var registration = (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(notes: "Cafe\u0301 \U0001F600"))).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get($"/v1/registrations/{registration}"))["notes"].GetString().ShouldBe("Caf\u00e9 \U0001F600");
        await using var command = host.Database.CreateCommand("select count(*) from mt_events where data::text like '%Caf%'");
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(notes: new string('x', 2_001)))).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("notes");
    }
}
