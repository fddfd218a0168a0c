using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Season;

public sealed class SeasonTests
{
    static readonly Moment Today = Moment.FromUnixMicroseconds(1_795_291_200_000_000);

    readonly InMemoryEventStore store = new(LiveCommerceEvents.Catalog, () => Today);

    [Fact]
    [Rule("RREC-08")]
    [Rule("RREC-10")]
    public async Task It_shows_every_status_in_both_channels_and_every_reason_of_expiry()
    {
        await Load(Today);

        var records = store.Rows(RegistrationRecord.View);
        records.Select(record => record.Status).Distinct().ShouldBe(Enum.GetValues<RegistrationStatus>(), ignoreOrder: true);
        records.Select(record => record.ExpiryReason).OfType<ExpiryReason>().Distinct().ShouldBe(Enum.GetValues<ExpiryReason>(), ignoreOrder: true);
        records.Select(record => record.Channel).Distinct().ShouldBe(Enum.GetValues<RegistrationChannel>(), ignoreOrder: true);
    }

    [Fact]
    public async Task Loading_it_again_changes_nothing_even_on_another_day()
    {
        (await Load(Today)).ShouldBeGreaterThan(0);
        var before = await Log();

        (await Load(Today + NodaTime.Duration.FromDays(40))).ShouldBe(0);

        (await Log()).ShouldBe(before);
    }

    [Fact]
    public async Task A_loading_that_was_cut_short_is_completed_around_the_day_of_the_first()
    {
        using var cut = new CancellationTokenSource();
        var loader = new SeasonLoader(LiveCommerceModel.Default, new CutShort(store, most: 25, cut));
        await Should.ThrowAsync<OperationCanceledException>(() => loader.Load(Today, cut.Token));
        (await Log()).Count.ShouldBeGreaterThan(0);

        await Load(Today + NodaTime.Duration.FromDays(3));

        var whole = new InMemoryEventStore(LiveCommerceEvents.Catalog, () => Today);
        await new SeasonLoader(LiveCommerceModel.Default, whole).Load(Today, TestContext.Current.CancellationToken);
        (await Log()).ShouldBe(await Log(whole));
    }

    [Fact]
    public async Task What_was_decided_lies_in_the_past_and_in_order()
    {
        await Load(Today);

        var decided = (await store.ReadAll(new(0, int.MaxValue), TestContext.Current.CancellationToken)).Select(recorded => recorded.Envelope.DecidedAt).ToList();

        decided.ShouldBeInOrder();
        decided[^1].ShouldBeLessThan(Today);
    }

    Task<int> Load(Moment now) => new SeasonLoader(LiveCommerceModel.Default, store).Load(now, TestContext.Current.CancellationToken);

    Task<List<(Guid, long, string, string, Moment)>> Log() => Log(store);

    // what happened at one instant to different things may be recorded either way round
    static async Task<List<(Guid, long, string, string, Moment)>> Log(InMemoryEventStore store) =>
        [.. (await store.ReadAll(new(0, int.MaxValue), TestContext.Current.CancellationToken)).OrderBy(recorded => recorded.Stream).ThenBy(recorded => recorded.Version)
            .Select(recorded => (recorded.Id, recorded.Version, recorded.CanonicalBody, recorded.Envelope.Digest!, recorded.Envelope.EffectiveAt))];
}
