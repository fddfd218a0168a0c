using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>What one may not know of answers exactly as what is not there.</summary>
public sealed class VisibilityTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact]
    [Rule("CAMP-06")]
    public async Task A_private_campaign_is_404_on_every_route_without_its_invitation()
    {
        var campaign = await world.Campaign("Private", "Hidden LIVE");
        var seller = await world.Merchant();
        var invitation = (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", new { merchants = new[] { seller.Party } })).ShouldBe(HttpStatusCode.Created);
        var token = invitation["token"].GetString()!;
        var other = await world.Merchant();
        Caller[] outside = [seller.Caller, world.With("nonsense", seller), world.With(token, other), world.With(token, await world.Creator())];
        var before = await host.Recorded();
        foreach (var caller in outside)
        {
            foreach (var path in new[] { "", "/registrations", "/slots" })
                (await caller.Get($"/v1/campaigns/{campaign}{path}")).ShouldBeProblem(404, "campaign.not-visible");
            (await caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form())).Status.ShouldBe(HttpStatusCode.NotFound);
            (await caller.Get("/v1/campaigns?name=hidden"))["items"].GetArrayLength().ShouldBe(0);
        }
        (await host.Recorded()).ShouldBe(before);

        var inside = world.With(token, seller);
        (await inside.Get($"/v1/campaigns/{campaign}")).ShouldBe(HttpStatusCode.OK)["actions"].GetProperty("register").GetProperty("allowed").GetBoolean().ShouldBeTrue();
        var registration = (await inside.Post($"/v1/campaigns/{campaign}/registrations", World.Form())).ShouldBe(HttpStatusCode.Created).Id;
        (await inside.Get("/v1/campaigns?name=hidden"))["items"].GetArrayLength().ShouldBe(0);
        (await world.Admin.Get("/v1/campaigns?name=hidden"))["items"].GetArrayLength().ShouldBe(1);

        (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations/{invitation.Id}/revoke")).ShouldBe(HttpStatusCode.OK);
        (await inside.Get($"/v1/campaigns/{campaign}")).ShouldBeProblem(404, "campaign.not-visible");
        (await seller.Caller.Get($"/v1/registrations/{registration}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Rule("CAMP-06")]
    public async Task An_invitation_opens_every_door_to_a_shops_creator_or_none()
    {
        var campaign = await world.Campaign("Private");
        var shop = await world.Merchant();
        var creator = await world.Creator(merchant: shop.Party);
        async Task<string> Invite(object body) => (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", body)).ShouldBe(HttpStatusCode.Created)["token"].GetString()!;

        var outside = world.With(await Invite(new { merchants = new[] { shop.Party } }), creator);
        (await outside.Get($"/v1/campaigns/{campaign}")).ShouldBeProblem(404, "campaign.not-visible");
        (await outside.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(creator.Account))).ShouldBeProblem(404, "campaign.not-visible");

        var inside = world.With(await Invite(new { }), creator);
        (await inside.Get($"/v1/campaigns/{campaign}")).ShouldBe(HttpStatusCode.OK);
        (await inside.Post($"/v1/campaigns/{campaign}/registrations", World.CreatorForm(creator.Account))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    [Rule("CAMP-06")]
    public async Task An_invitations_token_is_answered_once_and_kept_as_a_digest()
    {
        var campaign = await world.Campaign("Private");
        var first = (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", key: "invite-once")).ShouldBe(HttpStatusCode.Created);
        var token = first["token"].GetString()!;
        token.Length.ShouldBe(22);
        var again = (await world.Admin.Post($"/v1/campaigns/{campaign}/invitations", key: "invite-once")).ShouldBe(HttpStatusCode.Created);
        again.Id.ShouldBe(first.Id);
        again.Body.TryGetProperty("token", out _).ShouldBeFalse();
        await using var command = host.Database.CreateCommand($"select count(*) from mt_events where data::text like '%{token}%'");
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    [Fact]
    [Rule("RREC-17")]
    public async Task Another_partys_things_are_not_there()
    {
        var campaign = await world.Campaign();
        var seller = await world.Merchant();
        var registration = await World.Registration(seller, campaign);
        var before = await host.Recorded();
        foreach (var other in new[] { await world.Merchant(), await world.Creator() })
        {
            before = await host.Recorded();
            (await other.Caller.Get($"/v1/registrations/{registration}")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/registrations/{registration}/history")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Post($"/v1/registrations/{registration}/cancel", new { confirmed = true })).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/campaigns/{campaign}/slots?party={seller.Party}")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/merchants/{seller.Party}")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/accounts/{seller.Account}")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/campaigns/{campaign}/registrations"))["items"].GetArrayLength().ShouldBe(0);
            (await other.Caller.Get($"/v1/registrations?party={seller.Party}")).ShouldBeProblem(404, "not-found");
            (await other.Caller.Get($"/v1/campaigns/{campaign}/registrations?party={seller.Party}")).ShouldBeProblem(404, "not-found");
            (await host.Recorded()).ShouldBe(before);
        }
        var thief = await world.Merchant(linked: false);
        before = await host.Recorded();
        (await thief.Caller.Post($"/v1/merchants/{seller.Party}/official-account", new { account = thief.Account })).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await thief.Caller.Post($"/v1/merchants/{thief.Party}/official-account", new { account = seller.Account })).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await thief.Caller.Get($"/v1/registrations?cursor={Cursor(long.MaxValue)}")).ShouldBeProblem(400, "request.malformed");
        (await host.Recorded()).ShouldBe(before);
        (await world.Admin.Post($"/v1/merchants/{thief.Party}/official-account", new { account = seller.Account })).ShouldBeProblem(422, "account.already-linked");
    }

    static string Cursor(long place) => System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes($"{place}\n{Guid.Empty:N}"));

    [Fact]
    public async Task Unknown_ids_are_not_there()
    {
        var before = await host.Recorded();
        foreach (var route in WriteRoute.Of(host).Where(route => route.HasId && route.Body == typeof(LiveCommerce.Host.Http.Requests.NoBody)))
        {
            var answer = await route.Caller(host).WriteRaw(route.Method, route.Path(), "{}");
            answer.Status.ShouldBe(HttpStatusCode.NotFound, route.ToString());
            answer.Code.ShouldBeOneOf("not-found", "campaign.not-visible");
        }
        (await host.Recorded()).ShouldBe(before);
    }
}
