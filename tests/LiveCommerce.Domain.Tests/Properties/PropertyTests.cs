using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.Registrations;
using NodaTime;
using Outcome = LiveCommerce.Kernel.Outcome;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

public sealed partial class PropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void A_fact_that_was_decided_always_evolves() => Check(200, days => Live(days, (history, _, decision, _) =>
    {
        foreach (var fact in decision.Facts) Should.NotThrow(() => StateOf(history, fact.Stream));
    }));

    [Fact]
    public void Asking_twice_records_nothing_the_second_time() => Check(200, days => Live(days, (history, step, decision, now) =>
    {
        // a contact is a new fact each time, by the rules
        if (decision.Outcome == Outcome.Recorded && step.Command is not ContactMerchant)
            history.Decide(step.Command, new(now, step.Actor)).Facts.ShouldBeEmpty();
    }));

    [Fact]
    public void A_decision_is_facts_or_refusals_or_nothing() => Check(200, days => Live(days, (_, _, decision, _) =>
    {
        (decision.Refusals.Count > 0).ShouldBe(decision.Outcome == Outcome.Refused);
        (decision.JudgedBy is not null).ShouldBe(decision.Outcome == Outcome.Refused);
        if (decision.Outcome == Outcome.Recorded) decision.Facts.ShouldNotBeEmpty();
        if (decision.Outcome is Outcome.AlreadySo or Outcome.NotVisible) decision.Facts.ShouldBeEmpty();
    }));

    [Fact]
    public void A_registration_s_row_says_what_its_state_says() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        for (var number = 1; number <= 4; number++) RowsAgree(history, Registration.At(Reg(number)));
    });

    [Fact, Rule("RREC-18"), Rule("C29")]
    public void A_late_expiry_is_effective_at_the_end_and_every_fact_before_it_is_earlier() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        for (var number = 1; number <= 4; number++)
        {
            var effective = history.FactsOf(Registration.At(Reg(number))).Select(fact => fact.EffectiveAt ?? Now).ToArray();
            effective.ShouldBe(effective.Order());
        }
    });

    [Fact, Rule("C49")]
    public void A_missed_plan_is_over_at_its_scheduled_end_and_every_fact_before_it_is_earlier() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        foreach (var plan in new[] { Plans.Id, Plans.Other })
        {
            var effective = history.FactsOf(LivePlan.At(plan)).Select(fact => fact.EffectiveAt ?? Now).ToArray();
            effective.ShouldBe(effective.Order());
        }
    });

    [Fact, Rule("REG-03"), Rule("C22")]
    public void The_cap_holds_under_any_interleaving() =>
        Run(100, Drawn.GoodSubmissions.ArrayOf(12).Zip(Gen.Choose(0, 11).ArrayOf(60)), drawn => Interleaving.Run(drawn.Item1, drawn.Item2));

    [Fact]
    public void The_drawn_days_bring_every_fact_about()
    {
        var seen = new HashSet<Type>();
        Check(500, days => Live(days, (_, _, decision, _) => seen.UnionWith(decision.Facts.Select(fact => fact.Body.GetType()))), seed: 7);
        LiveCommerceEvents.Catalog.Types.Select(type => type.BodyType).Where(type => type.Namespace != typeof(LiveCommerce.Store.CommandRefused).Namespace)
            .Except(seen).ShouldBeEmpty();
    }

    static void RowsAgree(History history, StreamRef<Registration> stream)
    {
        var facts = history.FactsOf(stream);
        var row = facts.Select((fact, index) => new Fact(stream.Id, index + 1, fact.EffectiveAt ?? Now, fact.Body)).Aggregate((RegistrationRecord?)null, RegistrationRecord.Fold);
        if (history.Of(stream) is not Registration.Submitted state)
        {
            row.ShouldBeNull();
            return;
        }
        row.ShouldNotBeNull();
        row.Version.ShouldBe(facts.Count);
        (row.AssessedLevel, row.PlatformPeriod, row.MerchantPeriod).ShouldBe((state.Session.AssessedLevel, state.Session.PlatformPeriod, state.Session.Submission.Form.LivePeriod));
        (row.Status, row.ExpiryReason).ShouldBe(StatusOf(state));
    }

    static (RegistrationStatus Status, ExpiryReason? Reason) StatusOf(Registration.Submitted state) => state switch
    {
        Registration.UnderReview => (RegistrationStatus.UnderReview, null),
        Registration.Approved => (RegistrationStatus.Approved, null),
        Registration.Rejected => (RegistrationStatus.Rejected, null),
        Registration.Expired { Why: Expiry.AtCampaignEnd } => (RegistrationStatus.Expired, ExpiryReason.CampaignEnded),
        Registration.Expired { Why: Expiry.Removed } => (RegistrationStatus.Expired, ExpiryReason.RemovedByPlatform),
        Registration.Expired { Why: Expiry.Cancelled } => (RegistrationStatus.Expired, ExpiryReason.VoluntarilyCancelled),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static object StateOf(History history, StreamRef stream) =>
        history.FactsOf(stream).Aggregate(stream.Kind.InitialState, (state, fact) => stream.Kind.EvolveState(state, fact.Body));

    // time goes on from step to step; what is decided is recorded with the instant it takes effect at
    static History Live(Step[] days, Action<History, Step, Decision, Moment> afterEach)
    {
        var history = new History();
        history.Append(Market);
        var now = Now;
        foreach (var step in days)
        {
            now += Duration.FromMinutes(step.MinutesLater);
            var decision = history.Decide(step.Command, new(now, step.Actor));
            history.Append(decision.Facts.Select(fact => fact with { EffectiveAt = fact.EffectiveAt ?? now }));
            afterEach(history, step, decision, now);
        }
        return history;
    }

    void Check(int times, Action<Step[]> property, ulong? seed = null) => Run(times, Drawn.Days, property, seed);

    // the seed is printed; give it here to see a failure again
    void Run<T>(int times, Gen<T> drawn, Action<T> property, ulong? seed = null)
    {
        var chosen = seed ?? (ulong)DateTime.UtcNow.Ticks;
        output.WriteLine($"Seed {chosen}");
        Prop.ForAll(drawn.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(chosen, chosen | 1));
    }
}
