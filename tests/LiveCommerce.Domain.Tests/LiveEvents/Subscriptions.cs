using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Tests.LivePlans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveEvents;

/// <summary>Ayu subscribes to the LIVE of <see cref="Plans"/>.</summary>
static class Subscriptions
{
    public static readonly SubscriberId Ayu = SubscriberId.Of("usr-ayu"), Budi = SubscriberId.Of("usr-budi");
    public static readonly PersonalText Contact = Text("usr-ayu");
    public static readonly SubscribeToLiveEvent Subscribe = SubscribeToLiveEvent.For(Plans.Id, Ayu, Contact);
    public static readonly UnsubscribeFromLiveEvent Unsubscribe = UnsubscribeFromLiveEvent.For(Plans.Id, Ayu);
    public static readonly LiveEventSubscribed Recorded = new(Plans.Id, Ayu, Contact);

    public static NewFact Of(IEvent body) => LiveEventSubscription.At(Subscribe.Subscription).Is(body);
}
