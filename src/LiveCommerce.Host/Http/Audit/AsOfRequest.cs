using System.Globalization;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>The place in history that a request names: a version, or instants on either axis.</summary>
static class AsOfRequest
{
    internal static AsOf Read(string? version, string? effectiveAt, string? recordedAt, Moment now)
    {
        if (version is null) return new AsOf.Instant(now, Instant(effectiveAt, "effectiveAt"), Instant(recordedAt, "recordedAt"));
        if (effectiveAt is not null || recordedAt is not null) throw new RequestRefusedException(DoorProblems.TwoPlaces, "version");
        return TryVersion(version, out var number) ? new AsOf.Version(number) : throw new RequestRefusedException(DoorProblems.Malformed, "version");
    }

    internal static bool TryVersion(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    static Moment? Instant(string? text, string field) =>
        text is null ? null : EdgeMomentConverter.TryParse(text, out var moment) ? moment : throw new RequestRefusedException(DoorProblems.Malformed, field);
}
