using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Pages;

/// <summary>Names of the code as words of a page.</summary>
static partial class PageWords
{
    internal static string Role(ActorRole role) => role switch
    {
        ActorRole.Merchant => "Merchant",
        ActorRole.Creator => "Creator",
        ActorRole.OpsReviewer => "Reviewer",
        ActorRole.OpsAdmin => "Administrator",
        ActorRole.Auditor => "Auditor",
        ActorRole.System => "The host",
        ActorRole.Buyer => "Buyer",
        _ => throw new UnreachableException(),
    };

    /// <summary>Such as <c>Under review</c> for <c>UnderReview</c>.</summary>
    internal static string Status(string name) => name[..1] + Capital().Replace(name[1..], match => $" {match.Value.ToLowerInvariant()}");

    /// <summary>Such as <c>12,015,000 IDR</c>: grouped, without decimals that say nothing.</summary>
    internal static string Amount(Money money) => Amount(money.Amount, money.Currency);

    internal static string Amount(string amount, string currency) => $"{decimal.Parse(amount, CultureInfo.InvariantCulture).ToString("#,0.###", CultureInfo.InvariantCulture)} {currency}";

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
