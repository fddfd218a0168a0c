using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;

namespace LiveCommerce.Tests;

/// <summary>A text beside the log is shown only if it is the one that was sealed (BEY-07).</summary>
public sealed class AlteredTextTests(TestCluster cluster) : IAsyncLifetime
{
    readonly Guid jar = Guid.CreateVersion7();
    TestStore test = null!;
    PostgresEventStore store = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        store = test.Store();
        var note = PersonalText.Seal(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), "from Aunt Mary");
        await store.Append([Jars.Drop(jar, 0, note: note)], Cancellation);
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Theory]
    [InlineData("value = 'from Uncle Bob'")]
    [InlineData("salt = sha256('another')")]
    [InlineData("salt = null")]
    [InlineData("value = ''")]
    public async Task What_is_not_the_text_that_was_sealed_is_withheld_and_said_to_be_altered(string change)
    {
        await test.Execute($"update lc_personal set {change}");
        var fact = (await store.ReadStream(jar, new(), Cancellation)).ShouldHaveSingleItem();
        var note = ((CoinDropped)fact.Body).Note.ShouldNotBeNull();
        (note.Value, note.IsAltered, fact.IsIntact()).ShouldBe((null, true, false));
    }

    [Theory]
    [InlineData("update lc_personal set salt = null, value = null")]
    [InlineData("delete from lc_personal")]
    public async Task What_was_erased_is_not_altered_and_history_stays_intact(string erasure)
    {
        await test.Execute(erasure);
        var fact = (await store.ReadStream(jar, new(), Cancellation)).ShouldHaveSingleItem();
        var note = ((CoinDropped)fact.Body).Note.ShouldNotBeNull();
        (note.Value, note.IsAltered, fact.IsIntact()).ShouldBe((null, false, true));
    }
}
