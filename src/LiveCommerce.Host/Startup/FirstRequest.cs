using LiveCommerce.Host.Season;

namespace LiveCommerce.Host.Startup;

/// <summary>The first thing to paste: a registration that is accepted, each time under a key and dates of its own.</summary>
static class FirstRequest
{
    /// <summary>A request for bash, with the token read from a file so that it stands in no history.</summary>
    public static string Of(string url, string tokenFile) => $$$"""
        curl -sS -w '\n' {{{url}}}/v1/campaigns/{{{SeasonCampaigns.FridayNights}}}/registrations \
          -H "Authorization: Bearer $(cat {{{tokenFile}}})" \
          -H "Idempotency-Key: $(date +%s%N)" -H "Content-Type: application/json" \
          -d '{"willingnessLevels": ["B"], "mainCategory": "fashion", "entry": "TikTokAppLink", "platformMerchandiseSupport": true,
               "livePeriod": {"start": "'$(date -u -d '+3 days' +%FT12:00:00Z)'", "end": "'$(date -u -d '+3 days' +%FT13:30:00Z)'"}}'
        """;
}
