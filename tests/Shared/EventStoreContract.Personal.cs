using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Personal_text_lies_beside_the_events_and_comes_back_with_them()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny", Note("from Aunt Mary \u00e9 \ud83c\udf81")), "k1"));
        var recorded = (await Stream(jar)).ShouldHaveSingleItem();
        recorded.CanonicalBody.ShouldNotContain("Mary");
        ((CoinDropped)recorded.Body).Note.ShouldNotBeNull().Value.ShouldBe("from Aunt Mary \u00e9 \ud83c\udf81");
    }

    [Fact, Rule("BEY-02")]
    public async Task A_fact_shows_the_reason_of_whoever_asked_and_so_does_a_refusal_s()
    {
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new SealJar(jar), "k1") with { Reason = Note("it is full") });
        await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny", Note("from Aunt Mary")), "k2") with { Reason = Note("she asked for it") });
        await ShouldShow("it is full", jar, fact => fact.Envelope.Reason);
        await ShouldShow("she asked for it", RefusalLog.Of(jar, Start).Id, fact => fact.Envelope.Reason);
    }

    [Fact]
    public async Task A_text_is_shown_by_whichever_stream_s_fact_refers_to_it()
    {
        var (other, third) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var note = Note("from Aunt Mary");
        await using var pipeline = Pipeline();
        await pipeline.Send(Toy.Ask(new SealJar(jar), "k1"));
        await pipeline.Send(Toy.Ask(new DropCoinInEither(jar, other, "penny", note), "k2"));
        await pipeline.Send(Toy.Ask(new DropCoin(third, "penny", note), "k3"));
        foreach (var stream in new[] { other, third }) await ShouldShow("from Aunt Mary", stream, fact => (fact.Body as CoinDropped)?.Note);
    }

    /// <summary>However the fact is read.</summary>
    async Task ShouldShow(string value, Guid stream, Func<RecordedEvent, PersonalText?> text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var readings = new[]
        {
            (await Stream(stream))[^1],
            (await store.ReadStream(stream, ReadQuery.Latest(1), cancellation))[0],
            (await store.Load([stream], cancellation))[stream][^1],
            (await Log()).Last(fact => fact.Stream == stream),
        };
        foreach (var fact in readings) text(fact).ShouldNotBeNull().Value.ShouldBe(value);
    }

    static PersonalText Note(string value) => PersonalText.Seal(Guid.CreateVersion7(), Guid.CreateVersion7(), [.. Enumerable.Range(0, 16).Select(i => (byte)i)], value);
}
