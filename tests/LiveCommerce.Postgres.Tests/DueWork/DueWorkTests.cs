using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>A campaign's end expires what is open, once, at the campaign's end and not when somebody got to it (RREC-18, C29).</summary>
public sealed class DueWorkTests(TestCluster cluster) : SeasonTest(cluster)
{
    DueWorker Worker(Func<CommandEnvelope, Task<CommandResult>>? send = null) => new(database, send ?? season.Send, () => season.Now);

    [Fact, Rule("RREC-18")]
    public async Task At_the_end_the_open_ones_expire_once_however_many_hosts_look()
    {
        var (open, approved, rejected) = (await season.Submit(), await season.Submit(), await season.Submit());
        await season.Do(new ApproveRegistration(approved));
        await season.Do(new RejectRegistration(rejected, season.Text("No.")));
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        season.Now = season.PeriodEnd + Duration.FromHours(3);
        var finished = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Worker().RunDue(Cancellation)));
        finished.Sum().ShouldBe(1);
        var expiries = (await store.ReadAll(new(), Cancellation)).Where(fact => fact.Body is RegistrationExpiredAtCampaignEnd).ToList();
        expiries.Select(fact => fact.Stream).ShouldBe([open.Value, approved.Value], ignoreOrder: true);
        expiries.ShouldAllBe(fact => fact.Envelope.EffectiveAt == season.PeriodEnd && fact.Envelope.Role == ActorRole.System);
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task An_extension_moves_the_work_and_an_early_end_brings_it_forward()
    {
        await season.Submit();
        await season.Do(new ExtendCampaign(season.Campaign, null, season.PeriodEnd + Duration.FromDays(5)));
        season.Now = season.PeriodEnd;
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        await season.Do(new EndCampaign(season.Campaign, season.Text("Over.")));
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await store.ReadAll(new(), Cancellation)).Count(fact => fact.Body is RegistrationExpiredAtCampaignEnd).ShouldBe(1);
    }

    [Fact, Rule("BEY-02")]
    public async Task After_the_day_one_fact_tells_how_many_refusals_were_only_counted_however_many_hosts_look_or_die()
    {
        var day = season.Now;
        var answers = await Task.WhenAll(Enumerable.Range(0, RefusalLog.DailyLimit + 7).Select(_ => season.SubmitTooLate()));
        answers.Count(answer => answer.Status == CommandStatus.Throttled).ShouldBe(7);
        season.Now = RefusalLog.EndOfDay(day);
        (await Worker().RunDue(Cancellation)).ShouldBe(0); // another host may still be at work on that day
        season.Now += Duration.FromMinutes(10);
        var refusals = RefusalLog.Of(CampaignQuota.At(season.Campaign, season.Party).Id, day).Id;
        // a host dies once the fact is written and before it could say so
        await Should.ThrowAsync<IOException>(() => Worker(async asked => { await season.Send(asked); throw new IOException("The host dies."); }).RunDue(Cancellation));
        await test.Execute("update lc_leases set leased_until = now()");
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Worker().RunDue(Cancellation)))).Sum().ShouldBe(1);
        var told = (await store.ReadAll(new(0, 10_000), Cancellation)).Where(fact => fact.Body is RefusalsSuppressed).ShouldHaveSingleItem();
        (told.Stream, told.Body).ShouldBe((refusals, new RefusalsSuppressed(CampaignQuota.At(season.Campaign, season.Party).Id, 7)));
        (await test.Ask<long>("select count(*) from lc_suppressed")).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_not_answered_is_tried_again_after_its_pause_and_what_a_host_died_with_after_its_lease()
    {
        await season.Submit();
        season.Now = season.PeriodEnd;
        (await Worker(_ => Task.FromResult(new CommandResult(CommandStatus.Busy))).RunDue(Cancellation)).ShouldBe(0);
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        await test.Execute("update lc_leases set leased_until = now()");
        await Should.ThrowAsync<IOException>(() => Worker(_ => throw new IOException("The host dies.")).RunDue(Cancellation));
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        await test.Execute("update lc_leases set leased_until = now()");
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Done_work_goes_after_a_week_and_what_brings_it_about_again_repeats_nothing()
    {
        await season.Submit();
        season.Now = season.PeriodEnd + Duration.FromMinutes(3);
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        var facts = await test.Ask<long>("select count(*) from mt_events");
        await test.Execute("update lc_leases set leased_until = now() - interval '6 days'");
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        (await Rows()).ShouldBe((1, 1));
        await test.Execute("update lc_leases set leased_until = now() - interval '8 days', is_done = false");
        (await new DueSweep(test.Database()).Run(Cancellation)).ShouldBe(0);
        await test.Execute("update lc_leases set is_done = true");
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
        (await Rows()).ShouldBe((0, 0));
        await test.Execute($"insert into lc_due select 'campaign_end', '{season.Campaign.Value}', '{season.PeriodEnd}'");
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await test.Ask<long>("select count(*) from mt_events")).ShouldBe(facts);
    }

    [Fact]
    public async Task A_sweep_is_bounded_keeps_what_moved_to_another_instant_and_goes_on_with_the_next_look()
    {
        await test.Execute("delete from lc_due");
        await test.Execute("insert into lc_due select 'toy', gen_random_uuid(), '2026-01-01' from generate_series(1, 700)");
        await test.Execute("insert into lc_leases select kind, subject, due_at, gen_random_uuid(), now() - interval '8 days', true from lc_due");
        await test.Execute("update lc_due set due_at = '2100-01-01' where subject in (select subject from lc_due limit 10)");
        var worker = Worker();
        await worker.RunDue(Cancellation);
        (await test.Ask<long>("select count(*) from lc_leases")).ShouldBe(700 - DueSweep.Most);
        await worker.RunDue(Cancellation);
        (await Rows()).ShouldBe((10, 0));
        await test.Execute("insert into lc_leases select 'toy', gen_random_uuid(), '2026-01-01', gen_random_uuid(), now() - interval '8 days', true");
        await worker.RunDue(Cancellation);
        (await Rows()).ShouldBe((10, 1));
    }

    async Task<(long Due, long Leases)> Rows() => (await test.Ask<long>("select count(*) from lc_due"), await test.Ask<long>("select count(*) from lc_leases"));

    [Fact]
    public async Task A_submission_that_was_decided_before_the_end_and_recorded_after_it_expires_too()
    {
        var end = season.Now + Duration.FromDays(10);
        season.Now = end;
        await season.Do(new EndCampaign(season.Campaign, season.Text("Over.")));
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        season.Now = Moment.From(end.Instant - Duration.FromMilliseconds(1));
        var late = await season.Submit(period: new(Moment.From(end.Instant - Duration.FromHours(2)), end));
        season.Now = end + Duration.FromMinutes(2);
        await test.Execute("update lc_leases set leased_until = now()");
        (await Worker().RunDue(Cancellation)).ShouldBe(1);
        (await store.ReadStream(late.Value, new(), Cancellation))[^1].Body.ShouldBeOfType<RegistrationExpiredAtCampaignEnd>();
        await test.Execute("update lc_leases set leased_until = now()");
        (await Worker().RunDue(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_the_database_rejects_stops_the_worker_loudly()
    {
        var told = new TaskCompletionSource<WorkTrouble>();
        await test.Execute("alter table lc_leases rename to lc_lost");
        await using var worker = new DueWorker(test.Database(), season.Send, () => season.Now, told.SetResult);
        worker.Start();
        (await Should.ThrowAsync<PostgresException>(() => worker.Completion)).SqlState.ShouldBe(PostgresErrorCodes.UndefinedTable);
        var trouble = await told.Task;
        (trouble.Work, trouble.HasStopped).ShouldBe(("due_work", true));
    }

    [Fact]
    public async Task A_database_that_was_away_is_told_and_the_work_is_done_later()
    {
        var told = new TaskCompletionSource<WorkTrouble>();
        await season.Submit();
        season.Now = season.PeriodEnd;
        var away = true;
        await using var worker = new DueWorker(
            test.Database(), envelope => away ? throw new NpgsqlException("Away.", new IOException("Cut off.")) : season.Send(envelope), () => season.Now, trouble => told.TrySetResult(trouble));
        worker.Start();
        var trouble = await told.Task;
        (trouble.Work, trouble.HasStopped, trouble.Reason).ShouldBe(("due_work", false, "NpgsqlException: Away."));
        away = false;
        await test.Execute("update lc_leases set leased_until = now()");
        while (!(await store.ReadAll(new(), Cancellation)).Any(fact => fact.Body is RegistrationExpiredAtCampaignEnd)) await Task.Delay(20, Cancellation);
        worker.Completion.IsCompleted.ShouldBeFalse();
    }
}
