using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Season;

/// <summary>What the shops and creators of the crowd register, and what comes of it.</summary>
sealed class SeasonParticipation(SeasonDay day, SeasonScale scale, SeasonCrowd crowd)
{
    // of one party: by the shop itself on the hour, the pictures before it, on its behalf and by its creator in between; slots of one party follow one another
    const int Own = 0, Pictures = 20, Behalf = 15, ByCreator = 30, Series = 45;

    public IEnumerable<SeasonStep> Steps() => crowd.Merchants.Index().SelectMany(one => Of(one.Item, one.Index)).Concat(crowd.Creators.SelectMany(Of));

    IEnumerable<SeasonStep> Of(SeasonMerchant merchant, int index)
    {
        var dice = new SeasonDice($"{scale.Seed}/merchant/{merchant.Shop}");
        var fairs = crowd.Insiders.Contains(merchant) ? [.. SeasonFairs.ForAll, SeasonFairs.BeautyInsiders, SeasonFairs.BeautyInsiders] : SeasonFairs.ForAll;
        var place = SeasonPlaces.Of(merchant.Zone);
        if (!crowd.IsBound(merchant))
        {
            var tried = SeasonSession.Draw(dice, day, merchant.Shop, SeasonFairs.FridayNights, 0, Own);
            yield return new($"{tried.Name}: not bound", tried.At, merchant.Actor, tried.Submission(day, merchant.Category, dice), Outcome.Refused);
            yield break;
        }
        SeasonSession? original = null;
        for (var (number, most) = (0, 2 + dice.Roll(6)); number < most; number++)
        {
            var session = SeasonSession.Draw(dice, day, merchant.Shop, dice.Pick(fairs), number, Own);
            var (command, pictures) = number == 0 && index % 6 == 3 ? OnComputer(session, merchant, dice) : (session.Submission(day, merchant.Category, dice), []);
            foreach (var picture in pictures) yield return picture;
            yield return new(session.Name, session.At, merchant.Actor, command);
            var review = SeasonReview.Of(session, day, dice, merchant.Actor, place);
            foreach (var step in Ending(session, review)) yield return step;
            if (review.CanBeDuplicated && session.Fair == SeasonFairs.FridayNights) original = session;
        }
        if (original is not null && dice.Roll(2) == 0) yield return SeriesOf(original, merchant, dice);
        if (index % 9 == 4) yield return ByReviewer(merchant, dice);
        if (index % 5 == 2) yield return TooShort(merchant, dice);
    }

    IEnumerable<SeasonStep> Of(SeasonCreator creator)
    {
        var dice = new SeasonDice($"{scale.Seed}/creator/{creator.Name}");
        var fairs = (SeasonFair[])[.. SeasonFairs.ForAll, SeasonFairs.CreatorCircle, SeasonFairs.CreatorCircle];
        var place = SeasonPlaces.Of(creator.Shop?.Zone ?? SeasonParties.BatikLaras.Zone);
        for (var (number, most) = (0, 1 + dice.Roll(5)); number < most; number++)
        {
            var session = SeasonSession.Draw(dice, day, creator.Name, dice.Pick(fairs), number, ByCreator);
            var command = session.Submission(day, creator.Shop?.Category ?? dice.Pick(MainCategories.All), dice) with { Entry = RegistrationEntry.LiveManager, Account = creator.Account };
            yield return new(session.Name, session.At, creator.Actor, command);
            foreach (var step in Ending(session, SeasonReview.Of(session, day, dice, creator.Actor, place))) yield return step;
        }
    }

    IEnumerable<SeasonStep> Ending(SeasonSession session, SeasonReview review) => review.IsOpen && session.Fair.Ends is var (last, hour)
        ? review.Steps.Append(new($"{session.Name}: expires", day.At(last, hour), SeasonParties.Host, new ExpireRegistration(session.Id)))
        : review.Steps;

    /// <summary>The form of Seller Center on a computer: two pictures, put the day before, and no merchandise support.</summary>
    (SubmitRegistration Command, IReadOnlyList<SeasonStep> Pictures) OnComputer(SeasonSession session, SeasonMerchant merchant, SeasonDice dice)
    {
        var command = session.Submission(day, merchant.Category, dice);
        SeasonStep Put(string what, int minute, SeasonPicture picture) => new(
            $"{session.Name}: {what}", day.At(session.Day - 1, session.Hour, minute), merchant.Actor, PutImage.For(Party.Of(merchant.Id), picture.Facts)) { Picture = picture };
        return (command with
        {
            Entry = RegistrationEntry.SellerCenterPc,
            Form = command.Form with { PlatformMerchandiseSupport = null, WhiteBackgroundImage = SeasonPicture.Product.Facts.ContentHash, BrandLogo = SeasonPicture.Logo.Facts.ContentHash },
        }, [Put("product", Pictures, SeasonPicture.Product), Put("logo", Pictures + 1, SeasonPicture.Logo)]);
    }

    SeasonStep SeriesOf(SeasonSession original, SeasonMerchant merchant, SeasonDice dice) => new(
        $"{merchant.Shop}: series", day.At(-2, dice.Roll(20), Series), merchant.Actor, new DuplicateSeries(original.Id, [.. Enumerable.Range(1, 2 + dice.Roll(4)).Select(week =>
            new SeriesSession(SeasonRegistrations.Id($"{merchant.Shop}, week {week}"), day.Live(original.LiveDay + (7 * week), original.Hour, original.Minutes)))]));

    SeasonStep ByReviewer(SeasonMerchant merchant, SeasonDice dice)
    {
        var session = SeasonSession.Draw(dice, day, $"{merchant.Shop} by Tomas", SeasonFairs.FridayNights, 0, Behalf);
        return new(session.Name, session.At, SeasonParties.SecondReviewer, session.Submission(day, merchant.Category, dice) with
        {
            OnBehalfOf = new(Party.Of(merchant.Id), RegistrationChannel.SellerCenter, merchant.OfficialAccount, session.Text("ops name", "Tomas Berg")),
        });
    }

    /// <summary>Somebody offers less time than a level asks for (REG-07).</summary>
    SeasonStep TooShort(SeasonMerchant merchant, SeasonDice dice)
    {
        var session = SeasonSession.Draw(dice, day, $"{merchant.Shop} in a hurry", SeasonFairs.HarvestFair, 10, Own);
        return new(session.Name, session.At, merchant.Actor, (session with { Minutes = 15, Extra = 0 }).Submission(day, merchant.Category, dice), Outcome.Refused);
    }
}
