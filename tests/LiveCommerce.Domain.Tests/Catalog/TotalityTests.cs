using System.Diagnostics;
using System.Reflection;
using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests.Catalog;

public sealed class TotalityTests
{
    static readonly StreamKind[] kinds =
    [
        Merchant.Kind, TikTokAccount.Kind,
        LivestreamCampaign.Kind, Registration.Kind, CampaignQuota.Kind, PartyImage.Kind,
        LivePlan.Kind, CatalogueProduct.Kind, MarketplaceListing.Kind, ShopPromotionTool.Kind, ShopCatalogue.Kind, MarketReferenceData.Kind,
        LiveSession.Kind, LiveFigures.Kind,
        ShopCalendar.Kind, LiveEventSubscription.Kind, NotificationResends.Kind,
        Footage.Kind, ShopFootage.Kind, Teaser.Kind, PlanTeasers.Kind, OutsideVideo.Kind,
    ];

    public static TheoryData<Type> Commands => [.. Implementors<ICommand>()];

    public static TheoryData<Type> Facts => [.. Implementors<IEvent>().Where(type => type.Namespace != typeof(CommandRefused).Namespace)];

    [Theory, MemberData(nameof(Commands))]
    public void Every_command_is_dispatched_in_every_state(Type type)
    {
        foreach (var state in States.All.Concat(States.Companions))
            foreach (var actor in States.Actors)
                Should.NotThrow(() => States.Decide(state, (ICommand)Specimen.Of(type, true), actor));
    }

    [Theory, MemberData(nameof(Commands)), Rule("ROLE-01")]
    public void Every_command_names_its_roles_and_an_auditor_s_is_none_of_them(Type type)
    {
        LiveCommerceModel.Default.Commands.ShouldContain(type, $"{type.Name} needs a line in the roles of its room.");
        LiveCommerceModel.Default.RolesOf(type).ShouldNotBeEmpty();
        LiveCommerceModel.Default.RolesOf(type).ShouldNotContain(ActorRole.Auditor);
    }

    [Fact]
    public void Every_kind_of_stream_that_is_decided_into_is_in_the_model() =>
        typeof(ICommand).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(StreamKind))).Select(property => (StreamKind?)property.GetValue(null)).Where(kind => kind is not { IsToldByLatest: true })
            .ShouldBe(LiveCommerceModel.Default.Kinds.Append(RefusalLog.Stream), ignoreOrder: true);

    [Theory, MemberData(nameof(Facts))]
    public void Every_fact_changes_some_state(Type type)
    {
        var fact = (IEvent)Specimen.Of(type, true);
        kinds.Any(kind => States.Of(kind).Any(state => Accepts(kind, state, fact))).ShouldBeTrue($"No state evolves by {type.Name}.");
    }

    [Fact]
    public void A_fact_that_cannot_follow_stops_loudly() =>
        Should.Throw<UnreachableException>(() => Registration.Evolve(new Registration.NotSubmitted(), new RegistrationApproved())).Message.ShouldBe("RegistrationApproved cannot follow NotSubmitted.");

    static bool Accepts(StreamKind kind, object state, IEvent fact)
    {
        try { return kind.EvolveState(state, fact) is not null; }
        catch (UnreachableException) { return false; }
    }

    static IEnumerable<Type> Implementors<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(T)) && type is { IsAbstract: false, IsInterface: false }).OrderBy(type => type.FullName, StringComparer.Ordinal);
}
