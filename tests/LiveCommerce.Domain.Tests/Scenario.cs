using System.Diagnostics;
using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests;

/// <summary>Facts per stream, as a store would hold them.</summary>
sealed class History : IReads
{
    readonly Dictionary<(string Alias, Guid), List<NewFact>> streams = [];

    public void Append(params IEnumerable<NewFact> facts)
    {
        foreach (var fact in facts) FactsOf(fact.Stream).Add(fact);
    }

    public List<NewFact> FactsOf(StreamRef stream)
    {
        if (!streams.TryGetValue((stream.Kind.Alias, stream.Id), out var facts)) streams.Add((stream.Kind.Alias, stream.Id), facts = []);
        return facts;
    }

    /// <summary>The streams that decisions have asked for: the pipeline lets them write to no other.</summary>
    public HashSet<Guid> Asked { get; } = [];

    public TState Of<TState>(StreamRef<TState> stream) where TState : class
    {
        Asked.Add(stream.Id);
        return ((StreamKind<TState>)stream.Kind).Fold(FactsOf(stream).Select(fact => fact.Body));
    }

    public Decision Decide(ICommand command, DecisionContext context) => command switch
    {
        IMerchantCommand it => MerchantDecider.Handle(this, it, context),
        ITikTokAccountCommand it => TikTokAccountDecider.Handle(this, it, context),
        ICampaignCommand it => CampaignDecider.Handle(this, it, context),
        IRegistrationCommand it => RegistrationDecider.Handle(this, it, context),
        IImageCommand it => ImageDecider.Handle(this, it, context),
        IMarketReferenceCommand it => MarketReferenceDecider.Handle(this, it, context),
        IObservationCommand it => ObservationDecider.Handle(this, it, context),
        ILivePlanCommand it => LivePlanDecider.Handle(this, it, context),
        ILiveSessionCommand it => LiveSessionDecider.Handle(this, it, context),
        IFootageCommand it => FootageDecider.Handle(this, it, context),
        ITeaserCommand it => TeaserDecider.Handle(this, it, context),
        IOutsideVideoCommand it => OutsideVideoDecider.Handle(this, it, context),
        IShopCalendarCommand it => ShopCalendarDecider.Handle(this, it, context),
        ResendNotification it => NotificationResends.Handle(this, it, context),
        ISubscriptionCommand it => SubscriptionDecider.Handle(this, it, context),
        _ => throw new UnreachableException(),
    } ?? throw new InvalidOperationException("Every state was there, and still one was asked for.");
}

/// <summary>Given facts alone, when a command, then exact facts, exact refusals, "already so" or nothing to see.</summary>
sealed class Scenario
{
    readonly History history = new();
    Decision? decision;

    Decision Decision => decision ?? throw new InvalidOperationException("Nothing was asked.");

    public ValueList<NewFact> Recorded => Decision.Facts;

    public ValueList<Refusal> Refusals => Decision.Refusals;

    public static Scenario InMarket(params IEnumerable<NewFact> facts) => Given([.. Sample.Market, .. facts]);

    public static Scenario Given(params IEnumerable<NewFact> facts)
    {
        var scenario = new Scenario();
        scenario.history.Append(facts);
        return scenario;
    }

    public Scenario When(ICommand command, Actor by, Moment? at = null)
    {
        history.Asked.Clear();
        decision = history.Decide(command, new(at ?? Sample.Now, by));
        decision.Facts.Select(fact => fact.Stream.Id).ShouldBeSubsetOf(history.Asked, $"{command.GetType().Name} writes a stream that it did not read.");
        return this;
    }

    public Scenario Then(params NewFact[] facts)
    {
        Decision.Refusals.ShouldBeEmpty();
        Decision.Outcome.ShouldBe(Outcome.Recorded);
        Decision.Facts.ShouldBe(facts);
        return this;
    }

    public Scenario ThenRefused(params string[] codes)
    {
        Decision.Refusals.Select(refusal => refusal.Code).ShouldBe(codes);
        Decision.Outcome.ShouldBe(Outcome.Refused);
        Decision.JudgedBy.ShouldNotBeNull();
        return this;
    }

    public Scenario After(params NewFact[] due)
    {
        Decision.Facts.ShouldBe(due);
        return this;
    }

    public Scenario ForRule(string rule)
    {
        Decision.Refusals.ShouldContain(refusal => refusal.Rule == rule);
        return this;
    }

    public Scenario WithDetails(params (string Name, string Value)[] details)
    {
        var all = Decision.Details.Concat(Decision.Refusals.Concat(Decision.Warnings).SelectMany(refusal => refusal.Details)).ToArray();
        foreach (var (name, value) in details) all.ShouldContain(new Detail(name, value));
        return this;
    }

    public Scenario Warned(params string[] codes)
    {
        Decision.Warnings.Select(warning => warning.Code).ShouldBe(codes);
        return this;
    }

    public Scenario OnFields(params string?[] fields)
    {
        Decision.Refusals.Select(refusal => refusal.Field).ShouldBe(fields);
        return this;
    }

    public void ThenAlreadySo() => ShouldRecordNothing(Outcome.AlreadySo);

    public void ThenNotVisible() => ShouldRecordNothing(Outcome.NotVisible);

    void ShouldRecordNothing(Outcome outcome)
    {
        Decision.Outcome.ShouldBe(outcome);
        Decision.Facts.ShouldBeEmpty();
        Decision.Refusals.ShouldBeEmpty();
    }
}
