using LiveCommerce.Kernel;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LiveSessions;
using NodaTime;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class FootageTests
{
    static readonly NewFact[] session = LiveSessionSample.Over(LiveSessionSample.Started(), Now);

    [Fact, Rule("TSR-01")]
    public void A_shop_puts_recordings_of_its_sessions_and_offline_videos()
    {
        Scenario.InMarket(session).When(PutRecording, Seller).Then(Footage.At(Recording).Is(Put(PutRecording)), Joined(PutRecording));
        Scenario.InMarket().When(PutUpload, Seller).Then(Footage.At(Upload).Is(Put(PutUpload)), Joined(PutUpload));
        Scenario.InMarket().When(PutUpload, Admin).Then(Footage.At(Upload).Is(Put(PutUpload)), Joined(PutUpload));
        Scenario.InMarket().When(PutUpload, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(PutRecording, Seller).ThenNotVisible(); // no such session
        Scenario.InMarket(LiveSessionSample.OnAir(LiveSessionSample.Started() with { Party = Party.Of(OtherShop) })).When(PutRecording, Seller).ThenNotVisible();
        Scenario.InMarket().When(PutUpload with { Footage = new(Uuid(7)) }, Seller).ThenNotVisible();
    }

    [Fact, Rule("TSR-01")]
    public void A_recording_begins_within_its_session()
    {
        var early = PutFootage.For(Shop, Video, Stretch with { StartsAt = LiveSessionSample.Start + Duration.FromSeconds(-1) });
        Scenario.InMarket(session).When(early, Seller).ThenRefused("footage.outside-session").OnFields("startsAt");
        Scenario.InMarket(session).When(PutFootage.For(Shop, Video, Stretch with { StartsAt = Now }), Seller).ThenRefused("footage.outside-session");
        Scenario.InMarket(session).When(PutFootage.For(Shop, Video, Stretch with { StartsAt = Now + Duration.FromSeconds(-1) }), Seller).Recorded.Count.ShouldBe(2);
    }

    public static TheoryData<VideoFacts, string> Bad => new()
    {
        { Short with { Format = "avi" }, "footage.format" },
        { Short with { Codec = "prores" }, "footage.codec" },
        { Short with { Milliseconds = 2_999 }, "footage.length" },
        { Short with { Milliseconds = 3_600_001 }, "footage.length" },
        { Short with { Milliseconds = 4 * 3_600_000 }, "footage.length" },
        { Short with { Width = 63 }, "footage.dimensions" },
        { Short with { Height = 30_000 }, "footage.dimensions" },
        { Short with { Bytes = FootagePolicy.MaxBytes + 1 }, "footage.too-large" },
        { Short with { Bytes = 0 }, "footage.too-large" },
    };

    [Theory, MemberData(nameof(Bad)), Rule("TSR-01")]
    public void What_is_no_video_of_allowed_codecs_length_and_size_is_refused_with_its_reason(VideoFacts video, string code) =>
        Scenario.InMarket().When(PutFootage.For(Shop, video, null), Seller).ThenRefused(code);

    [Fact]
    public void All_that_is_wrong_with_it_is_said_at_once() =>
        Scenario.InMarket().When(PutFootage.For(Shop, new(new('a', 64), "avi", "prores", 1, 1, 1, 0), null), Seller).ThenRefused("footage.format", "footage.codec", "footage.length", "footage.dimensions", "footage.too-large");

    [Fact]
    public void Footage_is_kept_for_thirty_days_since_it_was_last_put_or_used()
    {
        var (until, later) = (Now + FootagePolicy.Term, Now + Duration.FromDays(2));
        var put = Footage.At(Upload).Is(Put(PutUpload));
        Scenario.InMarket(put).When(PutUpload, Seller, Now + Duration.FromHours(23)).ThenAlreadySo();
        Scenario.InMarket(put).When(PutUpload, Seller, later).Then(Footage.At(Upload).Is(new FootagePutAgain(later + FootagePolicy.Term)));
        Scenario.InMarket(put).When(new DeleteOldFootage(Upload), Clock, until + Duration.FromSeconds(-1)).ThenAlreadySo();
        Scenario.InMarket(put).When(new DeleteOldFootage(Upload), Clock, until).Then(Footage.At(Upload).Is(new FootageDeleted()));
        Scenario.InMarket(put, Footage.At(Upload).Is(new FootageUsed(Id, later + FootagePolicy.Term))).When(new DeleteOldFootage(Upload), Clock, until).ThenAlreadySo();
        Scenario.InMarket(put, Footage.At(Upload).Is(new FootageDeleted())).When(MakeUploaded, Seller).ThenRefused("teaser.footage.deleted");
        Scenario.InMarket(put, Footage.At(Upload).Is(new FootageDeleted())).When(MakeUploaded, OtherSeller).ThenNotVisible();
        Scenario.InMarket(put, Footage.At(Upload).Is(new FootageDeleted())).When(PutUpload, Seller, until).Then(Footage.At(Upload).Is(Put(PutUpload) with { KeptUntil = until + FootagePolicy.Term }), Joined(PutUpload));
    }

    [Fact, Rule("TSR-01")]
    public void So_much_is_kept_for_a_shop_and_no_more_until_some_is_deleted()
    {
        NewFact[] Kept(int count) => [.. Enumerable.Range(0, count).Select(number => ShopFootage.At(Shop).Is(new FootageJoinedShop(Shop, new(Uuid(5_000 + number)))))];
        var put = Footage.At(Upload).Is(Put(PutUpload));
        Scenario.InMarket(Kept(ShopFootage.Most - 1)).When(PutUpload, Seller).Then(put, Joined(PutUpload));
        Scenario.InMarket(Kept(ShopFootage.Most)).When(PutUpload, Seller).ThenRefused("footage.too-many").WithDetails(("most", "200"));
        Scenario.InMarket([.. Kept(ShopFootage.Most - 1), put, Joined(PutUpload)]).When(PutUpload, Seller).ThenAlreadySo();
        var left = ShopFootage.At(Shop).Is(new FootageLeftShop(Shop, Upload));
        Scenario.InMarket(put, Joined(PutUpload)).When(new DeleteOldFootage(Upload), Clock, Now + FootagePolicy.Term).Then(Footage.At(Upload).Is(new FootageDeleted()), left);
        Scenario.InMarket([.. Kept(ShopFootage.Most - 1), Joined(PutUpload), left]).When(PutUpload, Seller).Then(put, Joined(PutUpload));
    }
}
