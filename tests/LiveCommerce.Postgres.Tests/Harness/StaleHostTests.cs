using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>Two hosts on one log, the first of which remembers what the second has changed since: it must not decide on what it remembers.</summary>
public sealed class StaleHostTests(TestCluster cluster) : IAsyncLifetime
{
    readonly string remembered = Requests.Submit(0, 0, 1);
    Arena arena = null!;
    WriterHost here = null!;
    WriterHost there = null!;

    public async ValueTask InitializeAsync()
    {
        arena = await Arena.Open(cluster);
        (here, there) = (arena.Host(), arena.Host());
        (await here.Ask(remembered)).IsAccepted.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await arena.CheckInvariants();
        await arena.DisposeAsync();
    }

    [Fact, Rule("RREC-18")]
    public async Task A_campaign_that_another_host_has_just_ended_takes_no_submission()
    {
        await Done(there, new EndCampaign(Market.Campaign(0), Market.Text("enough")));
        (await here.Ask(Requests.Submit(0, 0, 3))).Says.ShouldContain("campaign.ended");
        Receipt(await here.Pipeline.Send(Ask(new EndCampaign(Market.Campaign(0), Market.Text("enough"))))).Outcome.ShouldBe(Outcome.AlreadySo);
    }

    [Fact, Rule("CAMP-02")]
    public async Task An_account_that_another_host_unlinked_registers_no_more_and_one_that_it_linked_does()
    {
        await Done(there, new UnlinkOfficialAccount(Market.Merchant(0), Market.Account(0)));
        (await here.Ask(Requests.Submit(0, 0, 3))).Says.ShouldContain("account.not-bound");
        await Done(there, new LinkOfficialAccount(Market.Merchant(0), Market.Account(0)));
        (await here.Ask(Requests.Submit(0, 0, 5))).IsAccepted.ShouldBeTrue("it refused from what it remembered");
    }

    [Fact]
    public async Task Already_so_is_not_answered_from_memory()
    {
        Receipt(await here.Pipeline.Send(Ask(new LinkOfficialAccount(Market.Merchant(0), Market.Account(0)), "again"))).Outcome.ShouldBe(Outcome.AlreadySo);
        await Done(there, new UnlinkOfficialAccount(Market.Merchant(0), Market.Account(0)));
        await Done(here, new LinkOfficialAccount(Market.Merchant(0), Market.Account(0)));
    }

    [Fact, Rule("RREC-11")]
    public async Task A_registration_that_another_host_approved_is_not_withdrawn()
    {
        await Done(there, new ApproveRegistration(Market.Registration(remembered)));
        var answer = await here.Pipeline.Send(new(new CancelRegistration(Market.Registration(remembered), Confirmed: true), Market.Seller(0), "cancel"));
        Receipt(answer).Refusals.Select(refusal => refusal.Code).ShouldBe(["registration.not-under-review"]);
    }

    [Fact, Rule("REG-03")]
    public async Task The_last_slot_that_another_host_gave_away_is_not_given_again()
    {
        await Task.WhenAll(Enumerable.Range(2, 98).Select(number => here.Ask(Requests.Submit(0, 0, number))));
        (await arena.Process().Ask(Requests.Submit(0, 0, 100))).ShouldNotBeNull().Says.ShouldBe("100");
        (await here.Ask(Requests.Submit(0, 0, 101))).Says.ShouldBe("registration.cap-reached");
    }

    static CommandEnvelope Ask(ICommand command, string? key = null) => new(command, Market.Admin, key ?? Guid.NewGuid().ToString());

    static Receipt Receipt(CommandResult result) => result.Receipt.ShouldNotBeNull($"{result.Status}");

    static async Task Done(WriterHost host, ICommand command) => Receipt(await host.Pipeline.Send(Ask(command))).Outcome.ShouldBe(Outcome.Recorded);
}
