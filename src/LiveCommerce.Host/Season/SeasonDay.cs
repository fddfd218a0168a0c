using System.Security.Cryptography;
using System.Text;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Host.Season;

/// <summary>The start of the UTC day that the season is built around: all its dates are so many days before or after it.</summary>
readonly record struct SeasonDay(Moment Start)
{
    public Moment At(int day, int hour = 0, int minute = 0) => Start + Duration.FromDays(day) + Duration.FromHours(hour) + Duration.FromMinutes(minute);

    public TimeRange Live(int day, int hour, int minutes) => new(At(day, hour), At(day, hour, minutes));

    public static SeasonDay Of(Moment now) => new(Moment.From(now.Instant.InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant()));
}

/// <summary>
/// Text that somebody of the season typed. Place and salt follow from what it is, so that the same season has the same bytes everywhere: it is no secret,
/// and nobody real said it. Whoever seals a real text draws its salt.
/// </summary>
static class SeasonText
{
    public static PersonalText Of(Guid subject, string what, string value) =>
        PersonalText.Seal(subject, DerivedId.Of(subject, $"texts/{what}"), SHA256.HashData(Encoding.UTF8.GetBytes($"{subject} {what}"))[..16], value);
}
