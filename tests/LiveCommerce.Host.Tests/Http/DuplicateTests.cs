using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>A registration is opened again as a form, and what is sent from it says where it came from.</summary>
public sealed class DuplicateTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("RREC-13"), Rule("RREC-15"), Rule("C25")]
    public async Task The_prefilled_form_is_sent_as_it_is_and_names_its_original()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var original = await World.Registration(seller, campaign);
        (await seller.Caller.Get($"/v1/registrations/{original}"))["actions"].GetProperty("duplicate").GetProperty("allowed").GetBoolean().ShouldBeTrue();
        var opened = (await seller.Caller.Get($"/v1/registrations/{original}/duplicate")).ShouldBe(HttpStatusCode.OK);
        (opened["campaign"].GetString(), opened["used"].GetInt32(), opened["remaining"].GetInt32()).ShouldBe((campaign, 1, 99));
        opened["form"].GetProperty("notes").GetString().ShouldBe("Two hosts");

        var copy = (await seller.Caller.WriteRaw(HttpMethod.Post, $"/v1/campaigns/{campaign}/registrations", opened["form"].GetRawText())).ShouldBe(HttpStatusCode.Created);
        copy["slot"].GetInt32().ShouldBe(2);
        var warning = copy["warnings"].EnumerateArray().ShouldHaveSingleItem();
        (warning.GetProperty("code").GetString(), warning.GetProperty("details").GetProperty("registration").GetString()).ShouldBe(("registration.period.overlaps", original));
        var (record, source) = (await seller.Caller.Get($"/v1/registrations/{copy.Id}"), await seller.Caller.Get($"/v1/registrations/{original}"));
        record["duplicatedFrom"].GetString().ShouldBe(original);
        foreach (var same in (string[])["willingnessLevels", "livePeriod", "mainCategory", "whiteBackgroundImage", "brandLogo", "notes", "account", "entry", "channel"])
            record[same].ToString().ShouldBe(source[same].ToString(), same);
    }

    [Fact]
    [Rule("RREC-17"), Rule("RREC-13")]
    public async Task The_platform_duplicates_on_behalf_of_the_same_party()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var original = await World.Registration(seller, campaign);
        var form = (await world.Reviewer.Get($"/v1/registrations/{original}/duplicate")).ShouldBe(HttpStatusCode.OK)["form"].GetRawText();
        var copy = (await world.Reviewer.WriteRaw(HttpMethod.Post, $"/v1/campaigns/{campaign}/registrations", form)).ShouldBe(HttpStatusCode.Created);
        (await seller.Caller.Get($"/v1/registrations/{copy.Id}"))["duplicatedFrom"].GetString().ShouldBe(original);
    }

    [Fact]
    [Rule("RREC-13"), Rule("RREC-14"), Rule("C24"), Rule("C26"), Rule("RREC-03")]
    public async Task Not_when_it_was_withdrawn_or_came_from_live_manager_or_the_window_is_over_or_it_is_another_s()
    {
        var (campaign, seller, creator) = (await world.Campaign(), await world.Merchant(), await world.Creator());
        var theirs = (await creator.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(creator.Account))).ShouldBe(HttpStatusCode.Created).Id;
        (await creator.Caller.Get($"/v1/registrations/{theirs}/duplicate")).ShouldBeProblem(422, "registration.duplicate.not-seller-center");
        (await creator.Caller.Get($"/v1/registrations/{theirs}"))["actions"].GetProperty("duplicate").GetProperty("code").GetString().ShouldBe("registration.duplicate.not-seller-center");

        var mine = await World.Registration(seller, campaign);
        (await creator.Caller.Get($"/v1/registrations/{mine}/duplicate")).ShouldBeProblem(404, "not-found");
        (await world.Auditor.Get($"/v1/registrations/{mine}/duplicate")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        await seller.Caller.Post($"/v1/registrations/{mine}/cancel", new { confirmed = true });
        (await seller.Caller.Get($"/v1/registrations/{mine}/duplicate")).ShouldBeProblem(422, "registration.terminal")["rule"].GetString().ShouldBe("RREC-03");

        var rejected = await World.Registration(seller, campaign);
        await world.Reviewer.Post($"/v1/registrations/{rejected}/reject", new { reason = "Blurred logo" });
        (await seller.Caller.Get($"/v1/registrations/{rejected}/duplicate")).ShouldBe(HttpStatusCode.OK);
        await world.Admin.Post($"/v1/campaigns/{campaign}/end", new { reason = "Storm" });
        (await seller.Caller.Get($"/v1/registrations/{rejected}/duplicate")).ShouldBeProblem(422, "campaign.ended");
    }

    [Fact]
    [Rule("CAMP-06")]
    public async Task A_private_campaign_s_form_is_opened_with_the_invitation_alone()
    {
        var (campaign, seller) = (await world.Campaign("Private"), await world.Merchant());
        var invited = world.With((await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", new { }))["token"].GetString()!, seller);
        var original = await World.Registration(seller with { Caller = invited }, campaign);
        (await seller.Caller.Get($"/v1/registrations/{original}/duplicate")).ShouldBeProblem(404, "campaign.not-visible");
        (await invited.Get($"/v1/registrations/{original}/duplicate")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("BEY-11"), Rule("RREC-13")]
    public async Task A_series_is_previewed_period_by_period_and_then_registered_as_one()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var original = $"/v1/registrations/{await World.Registration(seller, campaign)}";
        var body = Periods(6, 10, 14);
        var before = await host.Rows();
        var preview = (await seller.Caller.Post($"{original}/duplicates?dryRun=true", body, key: "")).ShouldBe(HttpStatusCode.OK);
        (preview["wouldRecord"].GetBoolean(), preview["used"].GetInt32(), preview["remaining"].GetInt32()).ShouldBe((true, 4, 96));
        Slots(preview).ShouldBe([2, 3, 4]);
        (await host.Rows()).ShouldBe(before);

        var done = (await seller.Caller.Post($"{original}/duplicates", body, key: "series")).ShouldBe(HttpStatusCode.OK);
        Slots(done).ShouldBe([2, 3, 4]);
        (await host.Recorded()).Receipts.ShouldBe(before["lc_commands"] + 1);
        var again = (await seller.Caller.Post($"{original}/duplicates", body, key: "series")).ShouldBe(HttpStatusCode.OK);
        again.Body.ToString().ShouldBe(done.Body.ToString());
        foreach (var (session, start) in done["sessions"].EnumerateArray().Zip([6, 10, 14]))
        {
            var record = (await seller.Caller.Get($"/v1/registrations/{session.GetProperty("registration").GetString()}")).ShouldBe(HttpStatusCode.OK);
            (record["notes"].GetString(), record["duplicatedFrom"].GetString(), record["status"].GetString()).ShouldBe(("Two hosts", original.Split('/')[^1], "UnderReview"));
            record["livePeriod"].ToString().ShouldBe(session.GetProperty("livePeriod").ToString());
        }
    }

    [Fact]
    [Rule("BEY-11"), Rule("RREC-15")]
    public async Task A_series_of_twenty_at_95_used_slots_takes_nothing_and_says_which_do_not_fit()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var original = $"/v1/registrations/{await World.Registration(seller, campaign)}";
        (await seller.Caller.Post($"{original}/duplicates", Periods([.. Enumerable.Repeat(6.0, 94)]))).ShouldBe(HttpStatusCode.OK)["used"].GetInt32().ShouldBe(95);
        var before = await host.Rows();
        var twenty = Periods([.. Enumerable.Range(0, 20).Select(number => 10.0 + number)]);
        var preview = (await seller.Caller.Post($"{original}/duplicates?dryRun=true", twenty, key: "")).ShouldBeProblem(422, "registration.cap-reached");
        (preview["used"].GetInt32(), preview["remaining"].GetInt32()).ShouldBe((95, 5));
        Slots(preview).ShouldBe([96, 97, 98, 99, 100]);
        preview["sessions"].EnumerateArray().Select(session => session.GetProperty("errors").GetArrayLength()).ShouldBe([.. Enumerable.Repeat(0, 5), .. Enumerable.Repeat(1, 15)]);
        preview["sessions"].EnumerateArray().Count(session => session.GetProperty("warnings").GetArrayLength() > 0).ShouldBe(19, "each overlaps with the one before");
        (await host.Rows()).ShouldBe(before);
        (await seller.Caller.Post($"{original}/duplicates", twenty)).ShouldBeProblem(422, "registration.cap-reached")["errors"].GetArrayLength().ShouldBe(15);
        (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots"))["used"].GetInt32().ShouldBe(95);
    }

    [Fact]
    [Rule("BEY-11")]
    public async Task A_bad_series_is_refused_at_the_door_or_with_its_reasons()
    {
        var (campaign, seller) = (await world.Campaign(), await world.Merchant());
        var original = $"/v1/registrations/{await World.Registration(seller, campaign)}";
        (await seller.Caller.Post($"{original}/duplicates", new { livePeriods = Array.Empty<object>() })).ShouldBeProblem(422, "registration.series.out-of-range");
        (await seller.Caller.Post($"{original}/duplicates", Periods([.. Enumerable.Repeat(6.0, 101)]))).ShouldBeProblem(422, "registration.series.out-of-range");
        (await seller.Caller.Post($"{original}/duplicates", new { livePeriods = new object?[] { null } })).ShouldBeProblem(400, "request.malformed");
        (await seller.Caller.Post($"{original}/duplicates", new { livePeriods = new[] { new { start = "now", end = "then" } } })).ShouldBeProblem(400, "request.malformed");
        (await (await world.Merchant()).Caller.Post($"{original}/duplicates", Periods(6))).ShouldBeProblem(404, "not-found");
        (await world.Auditor.Post($"{original}/duplicates", Periods(6))).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await seller.Caller.Post($"{original}/duplicates", Periods(6), ifMatch: 5)).ShouldBeProblem(412, "precondition.stale");
        var onBehalf = (await world.Reviewer.Post($"{original}/duplicates", new { livePeriods = new[] { new { start = World.Time(6), end = World.Time(9) } }, opsName = "Rina" })).ShouldBe(HttpStatusCode.OK);
        var record = await seller.Caller.Get($"/v1/registrations/{onBehalf["sessions"][0].GetProperty("registration").GetString()}");
        (record["opsName"].GetString(), record["party"].GetString()).ShouldBe(("Rina", seller.Party));
    }

    static object Periods(params double[] starts) => new { livePeriods = starts.Select(start => new { start = World.Time(start), end = World.Time(start + 3) }).ToArray() };

    static int[] Slots(Answer answer) => [.. answer["sessions"].EnumerateArray().Where(session => session.TryGetProperty("slot", out _)).Select(session => session.GetProperty("slot").GetInt32())];
}
