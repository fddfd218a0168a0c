using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>A first day: from a draft to the history of an approved registration.</summary>
public sealed class FirstDayTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("REG-11"), Rule("RREC-17"), Rule("CAMP-08")]
    public async Task From_a_draft_to_the_history_of_an_approved_registration()
    {
        var seller = await world.Merchant();
        var draft = (await world.Admin.Post("/v1/campaigns", World.Terms())).ShouldBe(HttpStatusCode.Created);
        draft.Headers.Location!.ToString().ShouldBe($"/v1/campaigns/{draft.Id}");
        (await seller.Caller.Get($"/v1/campaigns/{draft.Id}")).ShouldBeProblem(404, "campaign.not-visible");
        (await world.Admin.Post($"/v1/campaigns/{draft.Id}/publish")).ShouldBe(HttpStatusCode.OK);

        var campaign = (await seller.Caller.Get($"/v1/campaigns/{draft.Id}")).ShouldBe(HttpStatusCode.OK);
        campaign["phase"].GetString().ShouldBe("Ongoing");
        campaign["actions"].GetProperty("register").GetProperty("allowed").GetBoolean().ShouldBeTrue(campaign.Body.ToString());

        var registered = (await seller.Caller.Post($"/v1/campaigns/{draft.Id}/registrations", World.Form(notes: "Two hosts"))).ShouldBe(HttpStatusCode.Created);
        registered["recorded"].GetBoolean().ShouldBeTrue();
        registered["status"].GetString().ShouldBe("UnderReview");
        (registered["slot"].GetInt32(), registered["used"].GetInt32(), registered["remaining"].GetInt32()).ShouldBe((1, 1, 99));

        var record = (await seller.Caller.Get($"/v1/registrations/{registered.Id}")).ShouldBe(HttpStatusCode.OK);
        record["status"].GetString().ShouldBe("UnderReview");
        record["notes"].GetString().ShouldBe("Two hosts");
        record["actions"].GetProperty("cancel").GetProperty("allowed").GetBoolean().ShouldBeTrue();

        (await world.Reviewer.Post($"/v1/registrations/{registered.Id}/approve", ifMatch: 1)).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await world.Reviewer.Post($"/v1/registrations/{registered.Id}/approve")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();

        var history = (await seller.Caller.Get($"/v1/registrations/{registered.Id}/history")).ShouldBe(HttpStatusCode.OK);
        history["isUnbroken"].GetBoolean().ShouldBeTrue();
        var events = history["events"].EnumerateArray().ToList();
        events.ConvertAll(one => one.GetProperty("type").GetString()).ShouldBe(["registration_submitted", "registration_approved"]);
        events[0].GetProperty("body").GetProperty("form").GetProperty("notes").GetString().ShouldBe("Two hosts");
        events[0].GetProperty("channel").GetString().ShouldBe("SellerCenter");
        events[1].GetProperty("user").GetString().ShouldBe("rev-1");
        events[1].GetProperty("previousDigest").GetString().ShouldBe(events[0].GetProperty("digest").GetString());
    }
}
