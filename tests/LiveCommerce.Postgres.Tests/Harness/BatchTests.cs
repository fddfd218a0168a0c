using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>Sixty-four commands in one transaction: whoever is in the way of it fails alone, in the way that is its own.</summary>
public sealed class BatchTests(TestCluster cluster)
{
    const int Size = 64;
    const int Used = 95;
    const int OnOneQuota = 10;
    const int Neighbours = Size - OnOneQuota - 2;

    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)]
    public async Task Of_a_batch_with_a_conflict_a_poison_note_and_ten_on_one_quota_exactly_the_right_ones_fail(int poison)
    {
        await using var arena = await Arena.Open(cluster, Neighbours + 2);
        var elsewhere = arena.Host();
        await Task.WhenAll(Enumerable.Range(0, Used).Select(number => elsewhere.Ask(Requests.Submit(0, 0, number))));
        var withdrawn = Requests.Submit(0, 1, 1);
        await elsewhere.Ask(withdrawn);

        GatedStore gated = null!;
        var host = arena.Host(new() { MaxBatch = Size, MaxFlights = 1 }, store => gated = new(store));
        gated.Before = async batch =>
        {
            // Decided and about to be written: in this moment the other host approves what is to be withdrawn here.
            if (batch.Count == Size) await elsewhere.Pipeline.Send(new(new ApproveRegistration(Market.Registration(withdrawn)), Market.Admin, "approve"));
        };
        var first = host.Ask(Requests.Submit(0, 1, 3));
        await gated.Waiting;
        var conflict = host.Pipeline.Send(new(new CancelRegistration(Market.Registration(withdrawn), Confirmed: true), Market.Seller(1), "cancel"));
        var quota = new List<Task<Answer>>();
        Task<CommandResult> poisoned = null!;
        for (var i = 0; i < OnOneQuota; i++)
        {
            if (i == 2) poisoned = host.Pipeline.Send(WithNote(Market.Submission(0, 0, 1, "poisoned"), $"a note {(char)poison}"));
            quota.Add(host.Ask(Requests.Submit(0, 0, Used + i)));
        }
        var neighbours = Enumerable.Range(2, Neighbours).Select(party => host.Ask(Requests.Submit(0, party, party))).ToArray();
        while (host.Pipeline.DecisionsTaken < 1 + Size) await Task.Yield();
        gated.Open();

        (await first).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe("Answered"), answer => answer.IsAccepted.ShouldBeTrue());
        (await conflict).Receipt.ShouldNotBeNull().Refusals.Select(refusal => refusal.Code).ShouldBe(["registration.not-under-review"]);
        (await poisoned).ShouldBe(new CommandResult(CommandStatus.Rejected));
        (await Task.WhenAll(quota)).Where(answer => answer.IsAccepted).Select(answer => answer.Says).Order().ShouldBe(["100", "96", "97", "98", "99"]);
        (await Task.WhenAll(quota)).Where(answer => !answer.IsAccepted).Select(answer => answer.Says).ShouldBe(Enumerable.Repeat("registration.cap-reached", OnOneQuota - 5));
        (await Task.WhenAll(neighbours)).ShouldAllBe(answer => answer.Status == "Answered" && answer.IsAccepted);
        await arena.CheckInvariants();
    }

    /// <summary>On a host that has just started, where nothing is prepared and the very first append carries it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0xd800)]
    public async Task A_poison_note_in_the_first_batch_of_a_host_fails_alone(int poison)
    {
        await using var arena = await Arena.Open(cluster, OnOneQuota);
        var host = arena.Host();
        var poisoned = host.Pipeline.Send(WithNote(Market.Submission(0, 0, 1, "poisoned"), $"a note {(char)poison}"));
        var neighbours = await Task.WhenAll(Enumerable.Range(0, OnOneQuota).Select(party => host.Ask(Requests.Submit(0, party, 1))));

        (await poisoned).ShouldBe(new CommandResult(CommandStatus.Rejected));
        neighbours.ShouldAllBe(answer => answer.Status == "Answered" && answer.IsAccepted);
        await arena.CheckInvariants();
    }

    static CommandEnvelope WithNote(CommandEnvelope envelope, string note)
    {
        var submission = (SubmitRegistration)envelope.Command;
        return envelope with { Command = submission with { Form = submission.Form with { Notes = Market.Text(note) } } };
    }
}
