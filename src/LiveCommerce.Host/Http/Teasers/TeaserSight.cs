using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>A teaser as it stands, the row that its facts add up to, and what decides about it.</summary>
sealed record TeaserAt(Teaser.Known State, TeaserRecord Row, Merchant Shop, LivePlan? Plan);

/// <summary>Finds the teaser that a request is about; what the caller may not see is not there.</summary>
static class TeaserSight
{
    internal static async Task<TeaserAt> See(this States states, TeaserId teaser, Caller caller, CancellationToken cancellation) =>
        await states.Find(teaser, cancellation) is { } at && at.State.Content.IsVisibleTo(caller.Actor) ? at : throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>Whose teaser a write is about: a merchant can only mean its own, and whether it is that is decided later.</summary>
    internal static async Task<Party> ShopOf(this States states, TeaserId teaser, Actor actor, CancellationToken cancellation) =>
        actor.Party ?? Party.Of((await states.Find(teaser, cancellation))?.State.Content.Begin.Merchant ?? throw new RequestRefusedException(DoorProblems.NotFound));

    /// <summary>Whose footage a teaser is made of.</summary>
    internal static async Task<Party> ShopOf(this States states, FootageId footage, Actor actor, CancellationToken cancellation) =>
        actor.Party ?? (await states.Ask(reads => reads.Of(Footage.At(footage)), cancellation) is Footage.Present present ? Party.Of(present.Put.Merchant) : throw new RequestRefusedException(DoorProblems.NotFound));

    static async Task<TeaserAt?> Find(this States states, TeaserId teaser, CancellationToken cancellation) => (await states.Ask(reads => At(reads, teaser), cancellation)).Value;

    static Found<TeaserAt>? At(LoadedStates reads, TeaserId teaser)
    {
        if (reads.Of(Teaser.At(teaser)) is not { } state) return null;
        if (state is not Teaser.Known known || reads.HistoryOf(teaser.Value)?.Aggregate((TeaserRecord?)null, (row, recorded) => TeaserRecord.Fold(row, recorded.ToFact())) is not { } row) return Found<TeaserAt>.Nothing;
        var shop = reads.Of(Merchant.At(known.Content.Begin.Merchant));
        var plan = known.Content.Plan is { } linked ? reads.Of(LivePlan.At(linked.Plan)) : null;
        return shop is null || (known.Content.Plan is not null && plan is null) ? null : new(new TeaserAt(known, row, shop, plan));
    }
}
