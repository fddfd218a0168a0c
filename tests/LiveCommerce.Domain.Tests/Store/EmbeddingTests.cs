using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Store;

/// <summary>What a team does that embeds the library and brings an aggregate of its own: coins in jars beside merchants, through one pipeline.</summary>
public sealed class EmbeddingTests
{
    sealed record SubmitRegistration(Guid Jar) : JarCommand(Jar);

    static readonly CommandRoute route = CommandRoute.To<JarCommand>("toy/1", Toy.Roles, (_, _, _) => null);

    [Fact]
    public async Task One_pipeline_serves_both_domains_and_the_audit_tells_of_both()
    {
        var model = LiveCommerceModel.Default.With(Toy.Catalog, [Toy.Jar], [.. Toy.Model.Routes]);
        var store = new InMemoryEventStore(model.Catalog, () => Sample.Now);
        await using var pipeline = new CommandPipeline(model, store, () => Sample.Now);
        var jar = Guid.CreateVersion7();
        (await pipeline.Send(new(new OnboardMerchant(Sample.Shop, Sample.Text("Batik"), Sample.Zone), Sample.Admin, "k1"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "penny"), "k2"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
        (await pipeline.Send(Toy.Ask(new DropCoin(jar, "button"), "k3"))).Receipt.ShouldNotBeNull().Refusals.ShouldHaveSingleItem().Code.ShouldBe("jar.coin.unknown");
        store.Rows(Toy.View).ShouldHaveSingleItem().Coins.ShouldBe(1);
        (await store.Replay(Toy.Jar.At(jar), TestContext.Current.CancellationToken)).ShouldBe(new(1, false));
        (await store.HistoryOf(Toy.Jar.At(Guid.NewGuid()), TestContext.Current.CancellationToken)).ShouldBeEmpty();

        var log = await store.ReadAll(new(), TestContext.Current.CancellationToken);
        log.Select(recorded => AuditSentence.Of(recorded)).ShouldBe(
        [
            $"Administrator u-admin onboarded merchant {Sample.Shop} with the shop \"Batik\" in the time zone Asia/Kuala_Lumpur.",
            "Merchant user-1 recorded: coin dropped.",
            "Merchant user-1 asked to drop coin and was refused: No such coin. (jar.coin.unknown, TOY-03).",
        ]);
        AuditSentence.Of(log[1], own: fact => fact is CoinDropped dropped ? $"dropped a {dropped.Coin}" : null).ShouldBe("Merchant user-1 dropped a penny.");
    }

    [Fact]
    public void A_wire_name_that_is_taken_is_told() =>
        Clash(new EventCatalog(EventType.Of<JarSealed>("slot_taken", "TOY-02")), [], []).ShouldStartWith("The wire name 'slot_taken' stands for LiveCommerce.Registrations.SlotTaken and for LiveCommerce.Tests.JarSealed.");

    [Fact]
    public void A_fact_under_two_wire_names_is_told() =>
        Clash(new EventCatalog(EventType.Of<SlotTaken>("my_slot", "TOY-02")), [], []).ShouldContain("LiveCommerce.Registrations.SlotTaken is written under the wire names ");

    [Fact]
    public void A_command_s_name_that_is_taken_is_told() =>
        Clash(new EventCatalog(), [], [route with { Roles = CommandRoles.None.Let<SubmitRegistration>(ActorRole.Merchant) }])
            .ShouldStartWith("Receipts would call two commands 'submit_registration': LiveCommerce.Registrations.SubmitRegistration and ");

    [Fact]
    public void A_command_with_two_deciders_is_told() =>
        Clash(new EventCatalog(), [], [route, route]).ShouldStartWith("Receipts would call two commands 'drop_coin': ");

    [Fact]
    public void A_kind_of_stream_whose_name_is_taken_is_told() =>
        Clash(new EventCatalog(), [new StreamKind<JarState>("merchant", new(0, false), (jar, _) => jar)], []).ShouldStartWith("Streams of two kinds would be called 'merchant': ");

    [Fact]
    public void A_read_model_whose_name_is_taken_is_told() =>
        Clash(new EventCatalog(), [new StreamKind<JarState>("jar", new(0, false), (jar, _) => jar, new InlineView<JarRow>("campaigns", (row, _) => row))], [])
            .ShouldStartWith("Two read models would be called 'campaigns': ");

    static string Clash(EventCatalog catalog, IReadOnlyList<StreamKind> kinds, IReadOnlyList<CommandRoute> routes) =>
        Should.Throw<ArgumentException>(() => LiveCommerceModel.Default.With(catalog, kinds, routes)).Message;
}
