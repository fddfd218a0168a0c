using System.Net;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Microsoft.Extensions.DependencyInjection;

namespace LiveCommerce.Tests.Http;

/// <summary>Whoever is refused all day long is told to wait until the day is over.</summary>
public sealed class RefusalLimitTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("BEY-02")]
    public async Task Beyond_the_day_s_limit_the_answer_is_429_with_the_time_left_and_the_ledger_tells_the_number_afterwards()
    {
        var seller = await world.Merchant();
        var campaign = await world.Campaign();
        var turnedAway = (await TooLate(seller, campaign)).ShouldBeProblem(429, "refusals.too-many");
        turnedAway.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull().ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));

        var quota = CampaignQuota.At(CampaignId.From(Uuid(CampaignId.Prefix, campaign)), Party.Of(MerchantId.From(Uuid(MerchantId.Prefix, seller.Party)))).Id;
        await using var counted = host.Database.CreateCommand("select refusal_log, day_end from lc_suppressed where judged_by = $1");
        counted.Parameters.Add(new() { Value = quota });
        await using var row = await counted.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        (await row.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        var tell = new RecordSuppressedRefusals(row.GetGuid(0), quota, 5, Moment.From(NodaTime.Instant.FromDateTimeUtc(row.GetDateTime(1))));
        await host.App.Services.GetRequiredService<CommandPipeline>().Send(new(tell, new("system", ActorRole.System), "tell"));
        var ledger = (await seller.Caller.Get($"/v1/campaigns/{campaign}/slots")).ShouldBe(HttpStatusCode.OK);
        ledger["suppressedAttempts"].GetInt32().ShouldBe(5);
        ledger["refusedAttempts"].GetInt32().ShouldBeGreaterThanOrEqualTo(RefusalLog.DailyLimit);
    }

    /// <summary>The first answer that is no refusal any more; a day may end in between, so twice the limit is surely enough.</summary>
    static async Task<Answer> TooLate(Seller seller, string campaign)
    {
        for (var asked = 0; asked <= 2 * RefusalLog.DailyLimit; asked += 100)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(start: -4, hours: 2))));
            if (answers.FirstOrDefault(answer => (int)answer.Status != 422) is { } other) return other;
        }
        throw new InvalidOperationException("Nobody was ever told to wait.");
    }

    static Guid Uuid(string prefix, string text) => TypeId.TryParse(prefix, text, out var id) ? id : throw new FormatException(text);
}
