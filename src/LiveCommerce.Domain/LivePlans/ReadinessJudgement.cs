using LiveCommerce.Kernel;
using NodaTime;
using static LiveCommerce.LivePlans.ReadinessWeight;

namespace LiveCommerce.LivePlans;

/// <summary>Judges how ready a plan is (PLAN-01, BEY-15): a pure function of what was known, so that it says the same whenever it is asked.</summary>
public static partial class Readiness
{
    const int FewestProducts = 2, RecommendedMinutes = 60, LeastUploadKbps = 5000, FullCharge = 100, LongestResume = 60, WeeksAround = 4;

    /// <summary>How far other plans are looked at: the habit of four weeks, and a day for the clocks of other zones.</summary>
    public static Duration Around { get; } = Duration.FromDays((WeeksAround * 7) + 1);

    /// <summary>Every point, at a moment.</summary>
    public static ReadinessChecklist Of(ReadinessFacts known, Moment at) => new([.. Foundation(known), .. Timing(known), Cadence(known, at), StockCover(known), RunSheet(known.Live), .. Equipment(known.Live.Preparation.Technical)]);

    static IEnumerable<ReadinessItem> Foundation(ReadinessFacts known)
    {
        var live = known.Live;
        yield return new("foundation.products", "PLAN-07", ReadinessWeight.Foundation, If(live.Products.Count >= FewestProducts), "Feature at least 2 products.", [new("products", Numeral.Of(live.Products.Count))]);
        yield return new("foundation.promotion-tool", "PLAN-06", ReadinessWeight.Foundation, Promotion(known),
            "Attach at least 1 active promotion tool that is bound with a featured product; create one on the promotion page and refresh.", [new("attached", Numeral.Of(live.PromotionTools.Count))]);
        yield return new("foundation.teaser", "PLAN-07", ReadinessWeight.Foundation, known.TeasersPostedAt is null ? ReadinessState.Unknown : If(known.TeasersPostedAt.Count > 0), "Post at least 1 teaser video.", []);
    }

    // a tool that was never seen may be a good one: nobody can say
    static ReadinessState Promotion(ReadinessFacts known)
    {
        var attached = known.Live.PromotionTools.Select(id => known.Tools.FirstOrDefault(tool => tool.Id == id)).ToArray();
        return attached.Any(tool => tool is { Status: PromotionToolStatus.Active } && tool.Products.Any(known.Live.Products.Contains)) ? ReadinessState.Met
            : attached.Any(tool => tool is null) ? ReadinessState.Unknown
            : ReadinessState.NotMet;
    }

    static IEnumerable<ReadinessItem> Timing(ReadinessFacts known)
    {
        var (creation, schedule, reference) = (known.Live.Creation, known.Live.Creation.Schedule, known.Reference);
        yield return new("schedule.duration", "PLAN-08", Advice, If(schedule.Minutes > RecommendedMinutes), "Reschedule to more than 60 minutes.", [new("minutes", Numeral.Of(schedule.Minutes))]);
        var rush = reference is null ? [] : Collisions.WithRushHours(schedule, reference);
        yield return new("schedule.rush-hours", "PLAN-08", Advice, reference is null ? ReadinessState.Unknown : If(rush.Count == 0), "Reschedule to a time outside rush hours.", rush.Select(hours => new Detail("rush_hours", $"{hours}")).ToValueList());
        var own = Collisions.WithOwn(creation.Plan, schedule, known.OtherPlans);
        yield return new("collision.own-plans", "BEY-13", Advice, If(own.Count == 0), "Reschedule one of the plans.", own.Select(plan => new Detail("plan", $"{plan}")).ToValueList());
        var rivals = reference is null ? [] : Collisions.WithCompetitors(schedule, reference);
        yield return new("collision.competitors", "PLAN-09", Advice, reference is null ? ReadinessState.Unknown : If(rivals.Count == 0), "Reschedule away from the competitor's LIVE.", rivals.Select(live => new Detail("competitor", live.Key)).ToValueList());
        yield return new("schedule.consistent", "PLAN-22", Advice, Consistent(schedule, known.OtherPlans), "Keep the same weekday and time each week.", []);
    }

    // no other plan within four weeks: there is no habit to keep yet
    static ReadinessState Consistent(LiveSchedule schedule, ValueList<PlannedTime> others)
    {
        var near = others.Select(other => other.Schedule.LocalStart).Where(start => Math.Abs(Period.DaysBetween(start.Date, schedule.LocalStart.Date)) is > 0 and <= WeeksAround * 7).ToArray();
        return near.Length == 0 ? ReadinessState.Unknown : If(near.Any(start => (start.DayOfWeek, start.TimeOfDay) == (schedule.LocalStart.DayOfWeek, schedule.LocalStart.TimeOfDay)));
    }

    static ReadinessItem StockCover(ReadinessFacts known)
    {
        var (projected, estimates) = (known.PastSales, known.Live.Preparation.Estimates);
        var lines = known.Live.Products.Select(id => (Id: id, known.Products.FirstOrDefault(product => product.ProductId == id)?.Seen, Units: (projected.FirstOrDefault(one => one.ProductId == id) ?? estimates.FirstOrDefault(one => one.ProductId == id))?.Units)).ToArray();
        var isShort = lines.Where(line => line.Seen is { } seen && (seen.Status == ProductStatus.TakenDown || seen.Stock == 0 || seen.Stock < line.Units)).ToArray();
        var state = isShort.Length > 0 ? ReadinessState.NotMet : lines.Any(line => line.Seen is null || line.Units is null) ? ReadinessState.Unknown : ReadinessState.Met;
        return new("stock.cover", "PRE-07", Advice, state, "Bring in stock, feature other products, or estimate the sales.", isShort.Select(line => new Detail("product", line.Id)).ToValueList());
    }

    static ReadinessItem RunSheet(PlannedLive live) =>
        new("run-sheet", "PRE-01", Advice, If(live.Preparation.RunSheet.Count > 0 && live.Preparation.RunSheet.All(segment => segment.ProductId is null || live.Products.Contains(segment.ProductId))), "Write a run sheet of what is featured.", []);

    static IEnumerable<ReadinessItem> Equipment(TechnicalCheck? check)
    {
        yield return new("technical.upload", "TECH-02", Advice, Tried(check, check?.UploadKbps >= LeastUploadKbps), "Test for at least 5 Mbit/s upload.", check is null ? [] : [new("upload_kbps", Numeral.Of(check.UploadKbps))]);
        yield return new("technical.second-device", "TECH-03", Advice, Tried(check, check is { HasSecondDevice: true }), "Watch viewers, chat and products on a second device.", []);
        yield return new("technical.backup-device", "TECH-04", Advice, Tried(check, check is { BackupCharge: FullCharge, ResumeSeconds: <= LongestResume }), "Charge a backup device fully and try to resume within 60 seconds.", []);
    }

    static ReadinessState Tried(TechnicalCheck? check, bool isMet) => check is null ? ReadinessState.Unknown : If(isMet);

    static ReadinessState If(bool isMet) => isMet ? ReadinessState.Met : ReadinessState.NotMet;
}
