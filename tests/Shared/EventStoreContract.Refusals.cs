using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

public abstract partial class EventStoreContract
{
    static readonly Actor Host = new("system", ActorRole.System);

    [Fact, Rule("BEY-02")]
    public async Task Beyond_a_day_s_limit_refusals_are_counted_and_told_by_one_fact_once_the_day_is_over()
    {
        await using var pipeline = Pipeline();
        var log = RefusalLog.Of(jar, Start).Id;
        var answers = await Task.WhenAll(Enumerable.Range(0, RefusalLog.DailyLimit + 3).Select(i => pipeline.Send(Toy.Ask(new DropCoin(jar, "button"), $"k{i}"))));
        answers.Count(answer => answer.Status == CommandStatus.Answered).ShouldBe(RefusalLog.DailyLimit);
        answers.Where(answer => answer.Status == CommandStatus.Throttled).Select(answer => answer.RetryAfter).ShouldBe([Duration.FromHours(12), Duration.FromHours(12), Duration.FromHours(12)]);
        (await Stream(log)).Count.ShouldBe(RefusalLog.DailyLimit);
        (await SuppressedOf(log)).ShouldBe(3);

        var tell = new RecordSuppressedRefusals(log, jar, 3, RefusalLog.EndOfDay(Start));
        (await pipeline.Send(Toy.Ask(tell, "not-the-host"))).Status.ShouldBe(CommandStatus.RoleNotAllowed);
        (await pipeline.Send(new(tell, Host, "tell"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await pipeline.Send(new(tell, Host, "tell again"))).Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.AlreadySo);
        var told = (await store.ReadStream(log, ReadQuery.Latest(1), TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (told.Version, told.Body, told.Envelope.EffectiveAt).ShouldBe((RefusalLog.DailyLimit + 1, new RefusalsSuppressed(jar, 3), Moment.From(Instant.FromUtc(2026, 3, 2, 0, 0))));
        (await SuppressedOf(log)).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_whose_clock_is_behind_writes_no_refusal_into_a_day_that_another_has_closed()
    {
        await using var pipeline = Pipeline();
        var log = RefusalLog.Of(jar, Start).Id;
        await pipeline.Send(new(new RecordSuppressedRefusals(log, jar, 3, RefusalLog.EndOfDay(Start)), Host, "tell"));
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "button"), "k1"))).Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Refused);
        (await Stream(log)).ShouldHaveSingleItem().Body.ShouldBeOfType<RefusalsSuppressed>();
        (await Stream(RefusalLog.Of(jar, Start + Duration.FromDays(1)).Id)).ShouldHaveSingleItem().Body.ShouldBeOfType<CommandRefused>();
    }
}
