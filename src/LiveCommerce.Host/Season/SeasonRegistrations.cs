using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>Registrations in both channels that come to every status and every reason of expiry.</summary>
static class SeasonRegistrations
{
    public static RegistrationId Id(string name) => new(SeasonIds.Of($"registrations/{name}"));

    /// <summary>A campaign from its first registration to its end (RREC-18).</summary>
    public static IEnumerable<SeasonStep> WarmUpWeek(SeasonDay day)
    {
        var campaign = SeasonCampaigns.WarmUpWeek;
        yield return By(SeasonParties.BatikLaras.Actor, "warm-up: batik registers", day.At(-34, 3), Submit("warm-up batik", campaign, day.Live(-26, 12, 120), "fashion", "A"));
        yield return By(SeasonParties.KopiSenja.Actor, "warm-up: kopi registers", day.At(-34, 4), Submit("warm-up kopi", campaign, day.Live(-25, 3, 60), "food_and_beverages", "B"));
        yield return By(SeasonParties.Dewi.Actor, "warm-up: dewi registers", day.At(-33, 11),
            Submit("warm-up dewi", campaign, day.Live(-24, 13, 90), "fashion", "B") with { Account = SeasonParties.Dewi.Account });
        yield return Review("warm-up: batik approved", day.At(-32, 6), new ApproveRegistration(Id("warm-up batik")));
        yield return Review("warm-up: kopi rejected", day.At(-32, 7), new RejectRegistration(Id("warm-up kopi"), Reason("warm-up kopi", "The roast shown is not on sale yet")));
        foreach (var name in (string[])["warm-up batik", "warm-up dewi"])
            yield return By(SeasonParties.Host, $"{name} expires", SeasonCampaigns.WarmUpWeekTerms(day).Period.End, new ExpireRegistration(Id(name)));
    }

    /// <summary>The campaigns that still run, as their reviewers have them before them.</summary>
    public static IEnumerable<SeasonStep> FridayNights(SeasonDay day) => Submissions(day).Concat(Decisions(day));

    static IEnumerable<SeasonStep> Submissions(SeasonDay day)
    {
        var campaign = SeasonCampaigns.FridayNights;
        yield return Put("batik's product", day.At(-13, 1), SeasonPicture.Product);
        yield return Put("batik's logo", day.At(-13, 1, 5), SeasonPicture.Logo);
        yield return By(SeasonParties.BatikLaras.Actor, "batik registers", day.At(-13, 2), OnComputer(Submit("batik", campaign, day.Live(6, 12, 180), "fashion", "S", "A")));
        yield return By(SeasonParties.BatikLaras.Actor, "batik registers once more", day.At(-13, 3),
            OnComputer(Submit("batik again", campaign, day.Live(13, 12, 180), "fashion", "S", "A")) with { DuplicatedFrom = Id("batik") });
        yield return By(SeasonParties.KopiSenja.Actor, "kopi registers", day.At(-12, 2), Submit("kopi", campaign, day.Live(6, 3, 120), "food_and_beverages", "A"));
        yield return By(SeasonParties.SiamGadgets.Actor, "siam registers", day.At(-12, 5), Submit("siam", campaign, day.Live(6, 14, 180), "electronics", "S"));
        yield return By(SeasonParties.MekongHome.Actor, "mekong registers", day.At(-12, 6), Submit("mekong", campaign, day.Live(6, 12, 120), "home_living", "A", "B"));
        yield return By(SeasonParties.TinyAcorns.Actor, "acorns register", day.At(-11, 9), Submit("acorns", campaign, day.Live(7, 18, 60), "mother_and_baby", "B"));
        yield return By(SeasonParties.Dewi.Actor, "dewi registers", day.At(-11, 11),
            Submit("dewi", campaign, day.Live(6, 13, 120), "fashion", "A") with { Account = SeasonParties.Dewi.Account });
        yield return By(SeasonParties.Minh.Actor, "minh registers", day.At(-10, 4),
            Submit("minh", campaign, day.Live(7, 11, 60), "food_and_beverages", "B") with { Account = SeasonParties.Minh.Account });
        yield return By(SeasonParties.Aisyah.Actor, "aisyah registers", day.At(-10, 5),
            Submit("aisyah", campaign, day.Live(8, 12, 60), "beauty_and_personal_care", "B") with { Account = SeasonParties.Aisyah.Account });
        yield return By(SeasonParties.Jordan.Actor, "jordan is refused", day.At(-10, 9),
            Submit("jordan", campaign, day.Live(8, 20, 45), "electronics", "S") with { Account = SeasonParties.Jordan.Account }, Outcome.Refused);
        yield return By(SeasonParties.KilauBeauty.Actor, "kilau registers by invitation", day.At(-9, 2),
            Submit("kilau", SeasonCampaigns.BeautyInsiders, day.Live(9, 12, 120), "beauty_and_personal_care", "A") with
            {
                InvitationDigest = Digest.Of(SeasonCampaigns.KilauInvitationToken),
            });
        yield return Review("lena registers for kopi", day.At(-9, 7), Submit("kopi by lena", campaign, day.Live(20, 3, 120), "food_and_beverages", "A") with
        {
            Entry = RegistrationEntry.TikTokAppLink,
            OnBehalfOf = new(Party.Of(SeasonParties.KopiSenja.Id), RegistrationChannel.SellerCenter, SeasonParties.KopiSenja.OfficialAccount, Reason("ops name", "Lena Hartono")),
        });
    }

    static IEnumerable<SeasonStep> Decisions(SeasonDay day)
    {
        yield return Review("kopi assessed", day.At(-8, 6), new AssessLevel(Id("kopi"), "B"));
        yield return Review("kopi approved", day.At(-8, 7), new ApproveRegistration(Id("kopi")));
        yield return Review("siam rejected", day.At(-8, 8), new RejectRegistration(Id("siam"), Reason("siam", "The cover shows a competitor's logo")));
        yield return Review("mekong approved", day.At(-7, 6), new ApproveRegistration(Id("mekong")));
        yield return Review("mekong contacted", day.At(-7, 7), new ContactMerchant(Id("mekong"), Reason("mekong", "Agreed by phone to move to Saturday")));
        yield return Review("mekong moved", day.At(-7, 8), new ModifyLivePeriod(Id("mekong"), day.Live(7, 12, 120)));
        yield return Review("acorns approved", day.At(-6, 6), new ApproveRegistration(Id("acorns")));
        yield return Review("acorns removed", day.At(-5, 6), new RemoveRegistration(Id("acorns"), Reason("acorns", "The product was recalled by its maker")));
        yield return By(SeasonParties.Minh.Actor, "minh withdraws", day.At(-4, 5), new CancelRegistration(Id("minh"), Confirmed: true));
        yield return Review("kilau approved", day.At(-3, 6), new ApproveRegistration(Id("kilau")));
        yield return Review("mekong's products grouped", day.At(-3, 7), new GroupProducts(Id("mekong"), [Product("bowl", "Bamboo salad bowl", "149000"), Product("lamp", "Rattan table lamp", "420000")]));
        yield return By(SeasonParties.KopiSenja.Actor, "kopi's series", day.At(-2, 5), new DuplicateSeries(
            Id("kopi"), [new(Id("kopi, second week"), day.Live(13, 3, 120)), new(Id("kopi, fourth week"), day.Live(27, 3, 120))]));
    }

    static SubmitRegistration Submit(string name, CampaignId campaign, TimeRange live, string category, params ReadOnlySpan<string> levels) => new(
        Id(name), campaign, new(ValueList.Create(levels), live, category, PlatformMerchandiseSupport: true), Entry: RegistrationEntry.TikTokAppLink);

    static GroupedProduct Product(string name, string title, string price) => new(
        Digest.Of($"image of {name}"), title, $"mekong-{name}", SeasonText.Of(SeasonParties.MekongHome.Id.Value, $"shop of {name}", SeasonParties.MekongHome.Shop), new(price, "VND"));

    /// <summary>The form of Seller Center on a computer: with images, and without merchandise support.</summary>
    static SubmitRegistration OnComputer(SubmitRegistration command) => command with
    {
        Entry = RegistrationEntry.SellerCenterPc,
        Form = command.Form with
        {
            PlatformMerchandiseSupport = null,
            WhiteBackgroundImage = SeasonPicture.Product.Facts.ContentHash,
            BrandLogo = SeasonPicture.Logo.Facts.ContentHash,
        },
    };

    static SeasonStep Put(string name, Moment at, SeasonPicture picture) =>
        By(SeasonParties.BatikLaras.Actor, name, at, PutImage.For(Party.Of(SeasonParties.BatikLaras.Id), picture.Facts)) with { Picture = picture };

    static PersonalText Reason(string registration, string words) => SeasonText.Of(Id(registration).Value, "reason", words);

    static SeasonStep Review(string name, Moment at, ICommand command) => By(SeasonParties.Reviewer, name, at, command);

    static SeasonStep By(Actor actor, string name, Moment at, ICommand command, Outcome outcome = Outcome.Recorded) => new(name, at, actor, command, outcome);
}
