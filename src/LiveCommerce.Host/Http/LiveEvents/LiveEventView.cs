using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.LiveEvents;

/// <summary>What is public of a planned LIVE (PLAN-13).</summary>
/// <param name="Plan">The plan that was published.</param>
/// <param name="Title">The title of the LIVE session.</param>
/// <param name="Status">Whether buyers can still subscribe.</param>
/// <param name="StartsAt">When it is planned to start.</param>
/// <param name="EndsAt">When it is planned to end.</param>
/// <param name="LocalStart">The start on the shop's clock.</param>
/// <param name="Zone">The shop's time zone.</param>
/// <param name="Products">The marketplace's ids of the featured products.</param>
/// <param name="StartedAt">When its session started, once it has.</param>
/// <param name="RescheduledTo">The plan that takes its place, where one does.</param>
/// <param name="IsSubscribed">For a buyer: whether they are reminded of it.</param>
/// <param name="Subscribers">For the shop and the platform: how many buyers subscribe.</param>
sealed record LiveEventView(
    LivePlanId Plan,
    PersonalText Title,
    LiveEventStatus Status,
    Moment StartsAt,
    Moment EndsAt,
    string LocalStart,
    ZoneId Zone,
    ValueList<string> Products,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Moment? StartedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LivePlanId? RescheduledTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? IsSubscribed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Subscribers)
{
    /// <summary>The LIVE Event as a caller sees it, without the number of subscribers; null where something must be loaded first.</summary>
    internal static Found<LiveEventView>? Of(LoadedStates reads, LivePlanId id, Actor actor, Moment now)
    {
        if (reads.Of(LivePlan.At(id)) is not { } state) return null;
        if (state is not LivePlan.Created plan || !plan.IsPublished() || !(actor.Role == ActorRole.Buyer || plan.Live.IsVisibleTo(actor))) return Found<LiveEventView>.Nothing;
        var subscription = actor.Subscriber is { } buyer ? reads.Of(LiveEventSubscription.At(LiveEventSubscription.IdOf(id, buyer))) : null;
        if (actor.Subscriber is not null && subscription is null) return null;
        var (live, schedule) = (plan.Live, plan.Live.Creation.Schedule);
        return new(new LiveEventView(id, live.Creation.Title, plan.LiveEventAt(now), schedule.Start, schedule.End, SpokenStart(schedule), schedule.Zone, live.Products,
            (plan as LivePlan.Active)?.Session?.StartedAt, (plan as LivePlan.Deleted)?.RescheduledTo, subscription is null ? null : subscription is LiveEventSubscription.Subscribed, null));
    }

    static string SpokenStart(LiveSchedule schedule) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(schedule.LocalStart);
}
