using LiveCommerce.Registrations;

namespace LiveCommerce.Tests.Harness;

/// <summary>The cap over channels and hosts.</summary>
public sealed class CapTests(TestCluster cluster)
{
    const int Parties = 200;
    const int Submissions = 150;

    [Fact, Rule("REG-03")]
    public async Task Two_hundred_parties_storm_one_campaign_through_two_hosts_and_each_gets_exactly_its_hundred()
    {
        await using var arena = await Arena.Open(cluster, Parties);
        WriterProcess[] hosts = [arena.Process(), arena.Process()];
        var answers = await Storm.Ask(hosts, from number in Enumerable.Range(0, Submissions) from party in Enumerable.Range(0, Parties) select Requests.Submit(0, party, number));

        answers.Values.ShouldAllBe(answer => answer.IsFinal);
        answers.Values.Count(answer => answer.IsAccepted).ShouldBe(Parties * RegistrationPolicy.Cap);
        answers.Values.Where(answer => !answer.IsAccepted).ShouldAllBe(answer => answer.Says == "registration.cap-reached");
        (await arena.Ask<string>("select count(*) || ' slots, ' || min(slot) || ' to ' || max(slot) from lc_slots group by quota")).ShouldBe(Enumerable.Repeat("100 slots, 1 to 100", Parties));
        (await arena.Ask<long>("select count(*) from lc_registrations group by party, channel")).ShouldAllBe(count => count > 0 && count < 100, "both channels got some");
        (await arena.Ask<long>("select count(*) from mt_events where type = 'command_refused'")).ShouldBe([Parties * (Submissions - RegistrationPolicy.Cap)]);
        await arena.CheckInvariants();
    }

    [Fact, Rule("REG-03")]
    public async Task Racing_submissions_on_one_host_are_decided_about_once_each()
    {
        await using var arena = await Arena.Open(cluster);
        var host = arena.Host();
        var answers = await Task.WhenAll(Enumerable.Range(0, Submissions).Select(number => host.Ask(Requests.Submit(0, 0, number))));

        answers.Count(answer => answer.IsAccepted).ShouldBe(RegistrationPolicy.Cap);
        host.Pipeline.DecisionsTaken.ShouldBeInRange(Submissions, Submissions * 12 / 10);
        await arena.CheckInvariants();
    }
}
